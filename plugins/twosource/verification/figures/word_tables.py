"""Words that say the same, words that exclude each other, and names of countries: short, and meant to be read.

A line of `ALIKE` is one meaning. A block of `CONTRASTS` is one question, each line one answer to it.
"""

from __future__ import annotations

ALIKE = """
company firm business corporation enterprise
nation country state
worker employee staff
tariff duty levy
good product item merchandise
tonne ton
deal agreement pact accord
rise increase climb jump grow surge soar gain raise hike boost
fall drop decline tumble plunge slide sink plummet lose slump dip slip decrease lower cut reduce shed
impose slap place put enact
announce unveil reveal disclose
buy purchase acquire
pay spend
ban embargo prohibition
farmer grower
farm agriculture
aid relief assistance subsidy
say tell state report note argue
kill die dead death fatality
hurt injure wound
arrest detain
lawmaker legislator congressman congresswoman
car auto automobile vehicle
oil crude petroleum
aluminium aluminum
output produce
make manufacture
begin start commence
end expire conclude
keep retain preserve save
home house household
total whole overall
world global worldwide
ask request seek
year annual
budget fiscal
approve grant
reject defeat deny refuse
ship vessel tanker
soldier troop guard
border frontier
fund money
stake share
"""

CONTRASTS = """
buy / sell
import / export / mine extract / output / consume / refine / recycle / stockpile
approve / reject / file
kill / hurt / arrest / rescue
hire create / layoff / keep
rise / fall
high / low
worst / best
hourly / daily / weekly / monthly / quarterly
impose / lift repeal revoke scrap withdraw
deficit / surplus / debt / revenue
appoint elect hire / resign dismiss fire
asset / debt liability
open / close
cancel / delay
profit / loss
profit / revenue sale turnover
oil / gas
win / loss
lend / borrow
male / female
man / woman
steel / aluminium / copper / nickel / zinc / lithium / cobalt / graphite / gold / silver / iron / soybean / corn
      / wheat / pork / beef / dairy / cotton / sorghum / car / coal / uranium
"""

KIN = """
good import export shipment line category
job worker
tax tariff
bill legislation law act
committee panel subcommittee
effect effective
deal talk
tax return record document
crude oil
pay cost
"""
"""Words near enough to stand for each other in print, and not the same."""

PEOPLE = (
    "person people man woman member worker resident citizen soldier troop passenger migrant refugee immigrant student"
    " patient voter official american child claimant applicant farmer inmate prisoner protester user customer"
)
"""Nouns that count people: `people` may stand for each."""

IRREGULAR = """
rise rose risen rising | aircraft plane planes airplane airplanes jet jets airliner airliners aeroplane | plan
planned planning plans | use used using uses | fall fell fallen falling | sell sold | buy bought | pay paid | say
said | tell told | lose lost | keep kept | make made making | give gave given | take took taken | put putting | hit
hitting | cut cutting | win won | grow grew grown | begin began begun beginning | leave left | send sent | spend
spent | hold held | bring brought | build built | lead led | meet met | find found | get got gotten | go went gone
goes | come came | see saw seen | stand stood | know knew known | drive drove driven | draw drew drawn | fly flew
flown | sink sank sunk | mean meant | seek sought | catch caught | teach taught | think thought | feel felt | deal
dealt | lend lent | shrink shrank shrunk | run ran | set setting | let letting | bid bidding | quit | shut | ship
shipped shipping | person people persons | man men | woman women | child children | foot feet | tax taxes taxed
taxing | die died dying dies | lay laid | analysis analyses | crisis crises | bus buses | gas gases | loss losses |
series | news | species | process processes | deny denied denies | file filed filing files | mine mined mining miner
| refine refined refining refinery | produce produced producing production | import imported importing importer |
export exported exporting exporter | recycle recycled recycling | sale sales | high higher highest | low lowest |
tariff tariffs | agriculture agricultural | economy economic economies | propose proposed proposal | retaliate
retaliatory retaliation | exempt exempted exemption exemptions | estimate estimated | old aged age
"""

_STOP = """
thus far a an the this that these those it its he she they them his her their him i my me we our you your us who whom
whose which what there here then than as at by for from in into of off on onto out over to under with within
without about above after again against all also am and any are around be because been before being between both
but can could did do does doing during each either few further had has have having how however if including just
like may might more most much must nearly no nor not now only or other own same shall should since so some such
through too until was were when where while why will would yet per cent percent according least almost roughly
approximately worth one mr mrs ms dr say says said saying told amid among across another additional still even
ever already is isn't it's that's via whether toward towards back down new long come came get got go going went
make made many several very well called known s t re ve ll d m monday tuesday wednesday thursday friday saturday
sunday january february march april june july august september october november december jan feb aug sept oct
nov dec
"""
STOP = frozenset(_STOP.split())
"""Words that carry no meaning of their own here, days and months among them: those are read as dates."""
