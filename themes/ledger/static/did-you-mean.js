// What a mistyped word may have been meant to be: the nearest of the words that stand in the index.
const plain = (word) => word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
const split = (text) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

// Letters left out, put in, changed or swapped with their neighbour; more than `most` are not counted.
function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [], last = [...Array(b.length + 1).keys()];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
}

function nearest(word, known) {
  const most = word.length < 4 ? 0 : word.length < 6 ? 1 : 2;
  let best = "", least = most + 1;
  for (const one of known) {
    // Of words as near as each other the first is on most pages. The first letter is seldom wrong, and weighs two.
    const apart = distance(word, plain(one), most) + (plain(one)[0] === word[0] ? 0 : 1);
    if (apart < least) [best, least] = [one, apart];
  }
  return best;
}

function shared(a, b) {
  let n = 0;
  while (n < a.length && a[n] === b[n]) n += 1;
  return n;
}

// Pagefind falls back on the beginning of a word that stands nowhere: “xyzzy” finds X.
const unlike = (word, matched) => word.length > 3 && !matched.some((one) => shared(word, one) >= Math.max(3, word.length / 2));

/* Better words for those asked, empty where they are good; `junk` when the best hit has little to do with them.
   `hit` is the data of that hit, if there is one, and `list` the address of the words. */
export async function meant(words, hit, list) {
  const text = hit ? hit.content.split(/\s+/) : [];
  const matched = (hit?.locations ?? []).flatMap((place) => split(plain(text[place] ?? "")));
  const typed = split(plain(words));
  const junk = Boolean(hit && matched.length) && typed.some((word) => unlike(word, matched));
  const good = (word) => matched.some((one) => one.startsWith(word));
  if (hit && !junk && typed.every(good)) return { words: "", junk };
  const answer = await fetch(list);
  const known = answer.ok ? await answer.json() : [];
  const stands = new Set(known.map(plain));
  let changed = false;
  const better = words.replace(/[\p{L}\p{N}]+/gu, (written) => {
    const word = plain(written);
    if (good(word) || stands.has(word) || [...stands].some((one) => one.startsWith(word))) return written;
    const near = nearest(word, known);
    changed ||= Boolean(near);
    return near || written;
  });
  return { words: changed ? better : "", junk };
}
