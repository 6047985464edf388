#!/bin/sh
# Makes the site's fonts from the npm packages (see README.md). Usage: subset.sh NODE_MODULES
# Needs fonttools and brotli on the PATH. Writes to this folder and to ../static/fonts.
set -eu
packages="$1/@fontsource-variable"
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
web="$here/../static/fonts"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

core="U+0020-007E,U+00A0,U+00A3,U+00A7,U+00A9,U+00AB,U+00B0,U+00B7,U+00BB,U+00D7,U+00E0-00E1,U+00E3-00E4,U+00E7-00E9,U+00ED,U+00F1,U+00F3,U+00F6,U+00FC,U+2009,U+2011,U+2013-2014,U+2018-2019,U+201C-201D,U+2026,U+202F,U+20AC,U+2191,U+2193,U+2212"
latin1="U+00A1-00A2,U+00A4-00A6,U+00A8,U+00AA,U+00AC-00AF,U+00B1-00B6,U+00B8-00BA,U+00BC-00D6,U+00D8-00DF,U+00E2,U+00E5-00E6,U+00EA-00EC,U+00EE-00F0,U+00F2,U+00F4-00F5,U+00F7-00FB,U+00FD-00FF,U+0131,U+0152-0153,U+201A,U+201E,U+2020-2022,U+2039-203A,U+2122"
turkish="U+011E-011F,U+0130,U+015E-015F"
extended="U+0100-0130,U+0132-0151,U+0154-017F,U+0218-021B"

subset() { # from, code points, features, to
    pyftsubset "$1" --unicodes="$2" --layout-features="$3" --no-hinting --flavor=woff2 --output-file="$4"
}

cut() { # name, package, file, axes
    for range in latin latin-ext; do
        fonttools varLib.instancer -q "$packages/$2/files/$2-$range-$3.woff2" $4 -o "$work/$1-$range.ttf"
    done
    subset "$work/$1-latin.ttf" "$core" kern,tnum,lnum "$web/$1.woff2"
    subset "$work/$1-latin.ttf" "$latin1" kern "$web/$1-latin1.woff2"
    subset "$work/$1-latin-ext.ttf" "$extended" kern "$web/$1-extended.woff2"
    case $1 in *italic) ;; *) subset "$work/$1-latin-ext.ttf" "$turkish" kern "$web/$1-turkish.woff2" ;; esac
}

whole() { # name, package, file, axes: one file with all of Latin, for drawing the social cards
    for range in latin latin-ext; do
        fonttools varLib.instancer -q "$packages/$2/files/$2-$range-$3.woff2" $4 -o "$work/$range.ttf"
        case $range in latin) points="$core,$latin1" ;; *) points="$extended" ;; esac
        pyftsubset "$work/$range.ttf" --unicodes="$points" --layout-features=kern --no-hinting \
            --output-file="$work/$range-cut.ttf"
    done
    fonttools merge --output-file="$work/whole.ttf" "$work/latin-cut.ttf" "$work/latin-ext-cut.ttf"
    fonttools ttLib.woff2 compress -o "$here/$1.woff2" "$work/whole.ttf"
}

cut newsreader-400 newsreader opsz-normal "opsz=16 wght=400"
cut newsreader-600 newsreader opsz-normal "opsz=36 wght=600"
cut newsreader-400-italic newsreader opsz-italic "opsz=16 wght=400"
cut source-sans-3 source-sans-3 wght-normal "wght=400:700"
whole newsreader-600 newsreader opsz-normal "opsz=36 wght=600"
whole source-sans-3-400 source-sans-3 wght-normal "wght=400"
whole source-sans-3-600 source-sans-3 wght-normal "wght=600"
cp "$packages/newsreader/LICENSE" "$web/OFL-newsreader.txt"
cp "$packages/source-sans-3/LICENSE" "$web/OFL-source-sans-3.txt"
