"""Countries by every name that stands for them, their capitals and their people included."""

from __future__ import annotations

PLACES = """
usa : US | U.S. | USA | U.S.A. | United States | America | American | Americans | Washington
china : China | Chinese | Beijing | PRC
mexico : Mexico | Mexican | Mexicans | Mexico City
canada : Canada | Canadian | Canadians | Ottawa
europe : EU | E.U. | European Union | Europe | European | Europeans | Brussels
britain : UK | U.K. | United Kingdom | Britain | British | Great Britain
russia : Russia | Russian | Moscow | Kremlin
iran : Iran | Iranian | Tehran | Islamic Republic
japan : Japan | Japanese | Tokyo
korea : South Korea | South Korean | Seoul
north-korea : North Korea | North Korean | Pyongyang
india : India | Indian | New Delhi
germany : Germany | German | Berlin
france : France | French
turkey : Turkey | Turkish | Ankara
saudi : Saudi Arabia | Saudi | Saudis | Riyadh
vietnam : Vietnam | Vietnamese | Hanoi
australia : Australia | Australian | Canberra
brazil : Brazil | Brazilian
argentina : Argentina | Argentine
indonesia : Indonesia | Indonesian | Jakarta
italy : Italy | Italian
spain : Spain | Spanish
netherlands : Netherlands | Dutch
switzerland : Switzerland | Swiss
sweden : Sweden | Swedish
poland : Poland | Polish
ukraine : Ukraine | Ukrainian | Kyiv
israel : Israel | Israeli
iraq : Iraq | Iraqi | Baghdad
chile : Chile | Chilean
congo : Congo | Congolese | DRC
taiwan : Taiwan | Taiwanese | Taipei
thailand : Thailand | Thai
philippines : Philippines | Philippine | Filipino
venezuela : Venezuela | Venezuelan
south-africa : South Africa | South African
kazakhstan : Kazakhstan | Kazakh
denmark : Denmark | Danish
norway : Norway | Norwegian
finland : Finland | Finnish
greece : Greece | Greek
ireland : Ireland | Irish
"""
"""Names that stand for one country, its capital and its people included."""
