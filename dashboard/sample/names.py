"""Given and family names of sixteen cultures, for people who do not exist.

Letters are kept to those that lose their accent cleanly (é, ö, ş), plus a few that do not (ł, ø) as a trap.
"""

import unicodedata
from collections.abc import Iterator
from random import Random

_CULTURES = (
    ("Harriet Callum Imogen Dexter Marnie Rupert Tamsin Declan Bronwen Fergus Maeve Alistair Keira Angus Freya Owen",
     "Ashdown Pemberton Thorncroft Hollis Whitlock Marlowe Fairbairn O'Rourke Kinsella Lockhart Redfern Penhallow "
     "Stirling Braddock Winslade Garrick"),
    ("Anneliese Torben Friederike Jörg Mareike Detlef Svenja Holger Wiebke Volker Gesine Ulrich Katrin Bernd Heike "
     "Rüdiger",
     "Brandstetter Kühnert Vogelsang Hagedorn Lindemann Grünewald Petersdorf Steinhoff Rademacher Böttger Wernicke "
     "Ahlers Dornbusch Eickhoff Sauerland Tietjen"),
    ("Mathilde Thibault Océane Gaspard Solène Bastien Clémence Rémi Élodie Corentin Maëlle Quentin Aurélie Loïc "
     "Capucine Étienne",
     "Beaufort Delacroix-Roy Fontanier Marchetier Rousselot Villeneuve Chastagnier Lemonnier Perrault Garnaud "
     "Duvallon Brissot Montclar Savignac Tourneur Aubrac"),
    ("Ximena Joaquín Valentina Rodrigo Itzel Emiliano Catalina Facundo Milagros Hernán Pilar Gonzalo Renata Esteban "
     "Jimena Álvaro",
     "Ibarrola Quintanilla Zambrano Echeverri Montalvo Arizmendi Belmonte Cifuentes Lascano Navarrete Orduña "
     "Peñaranda Saldívar Urquiza Villalobos Yrigoyen"),
    ("Thaís Caio Larissa Thiago Isadora Murilo Beatriz Otávio Jussara Renan Luciana Davi Simone Vinícius Tainá Raul",
     "Albuquerque Bittencourt Cavalheiro Drummondes Fagundes Guimaraens Junqueira Lacerda Mesquita Nogueira "
     "Pacheco Queiroz Sampaio Tavares Valadares Xavieres"),
    ("Fiammetta Lorenzo Ginevra Tommaso Ilaria Edoardo Noemi Riccardo Chiara Fabrizio Alessia Saverio Martina Nicolò "
     "Serena Dario",
     "Abbatangelo Bevilacqua Carminati Dellarocca Fioravanti Giacomelli Loredan Malaspina Novelli Pallavicino "
     "Quaranta Rinaldini Sangiorgi Tagliaferri Valmarana Zanchetta"),
    ("Ingrid Søren Astrid Mikkel Sigrid Henrik Linnea Rasmus Solveig Anders Elina Jussi Tuuli Birger Hedda Eero",
     "Lindqvist Bergström Halvorsen Nyström Kjeldsen Sandvik Torvald Ekholm Rasmussen-Lund Hedberg Virtala "
     "Koskinen Mäkipää Strandberg Dalgaard Ødegard"),
    ("Jagoda Radek Milena Tomasz Zuzana Bohdan Ksenia Vojtech Dorota Łukasz Olena Marek Halina Stanislav Ivana Petro",
     "Wronska Dvoracek Kowalczuk Hrytsenko Zielonka Novotny Bilyk Jablonski Sokolenko Vrba Malinowska Kadlec "
     "Ostapenko Rybka Czarnota Havlicek"),
    ("Defne Kerem Elif Baran Zeynep Emre Asuman Tolga Nilüfer Serkan Ebru Volkan Gülsen Onur Sevgi Cem",
     "Karadeniz Yalçinkaya Öztürkmen Aksoylu Demirtas Gökmen Tunçel Bozkurtlu Sarigül Çelikkan Erdogmus Kocabas "
     "Ünsal Yavuzer Altinok Peksen"),
    ("Layla Tariq Nadia Ziad Samira Faisal Rania Hisham Dalia Karim Mariam Jamal Hanan Walid Yasmin Bilal",
     "Al-Sayegh Haddadin Mansouri Qabbani Farahat Nasrallahi Khoury-Daher Zaghloul Barakati Sabbagh Rahmouni "
     "Tahtawi Benjelloune Hashemite Jaberi Othmani"),
    ("Ananya Rohit Kavitha Arjun Meenakshi Nikhil Shreya Vikram Lakshmi Harish Divya Suresh Pooja Manish Radhika "
     "Gautam",
     "Ramachandra Deshpande Iyengar Chatterjee Kulkarni Subramani Banerji Venkatesan Choudhary Nambiar Bhattacharya "
     "Shetty Mahajan Raghunathan Gokhale Thakur"),
    ("Mei Jun Xiu Wei Lan Hao Ying Bo Qing Tao Yun Feng Hui Peng Jing Lei",
     "Ouyang Zhuge Shangguan Tian Xue Hou Meng Qiao Yin Duan Lei-Chen Kong Bai Tang Cui Jia"),
    ("Haruka Kenta Ayumi Daisuke Misaki Takumi Natsuki Ryota Kaori Shinji Emiko Hiroshi Chihiro Naoki Yuriko Satoru",
     "Fujimori Kurokawa Hasegawa Matsuda-Ito Nishikawa Okamura Sugiyama Tachibana Uemoto Yamashiro Iwasaki "
     "Morikawa Hoshino Kitagawa Shimizu-Ono Aoyama"),
    ("Jisoo Minjun Hana Seojin Yuna Dohyun Eunji Taeyang Sora Jihoon Minseo Kyung Nari Sunho Bora Hyunwoo",
     "Baek Namgoong Seonwoo Hwangbo Gwak Noh Ryu Shim Eom Tak Jegal Dokgo Pyo Bang Chae Min-Seo"),
    ("Adaeze Kwabena Ngozi Chidi Folake Emeka Amara Kofi Abena Tunde Ifeoma Yaw Zainab Sekou Aminata Obinna",
     "Adeyinka Boatengeh Chukwuemeka Danjuma Ekwueme Fofanah Gyamfi Ibekwe Kuffour Mensahene Nwachukwu Okereke "
     "Olaniyan Quartey Sesay Uzochukwu"),
    ("Wanjiru Tendai Achieng Sipho Naledi Barasa Thandiwe Juma Zuri Themba Makena Kagiso Nyambura Tariro Lindiwe "
     "Odhiambo",
     "Kipkemboi Mutasa Ochieng-Were Dlaminiza Nkosana Wekesa Chikore Mokoenane Njoroge Sithebe Kamau-Gitau Mudzuri "
     "Otieno Ramaphala Tshabangu Wafula"),
)
GIVEN = tuple(tuple(given.split()) for given, _ in _CULTURES)
FAMILY = tuple(tuple(family.split()) for _, family in _CULTURES)

_PLAIN = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "ß": "ss", "æ": "ae"})


def people_names(rng: Random) -> Iterator[tuple[str, str]]:
    """Endless (given, family) pairs: no pair comes twice in the first 10,000."""
    seen: set[tuple[str, str]] = set()
    while True:
        culture = rng.randrange(len(GIVEN))
        other = rng.randrange(len(GIVEN)) if rng.random() < 0.15 else culture
        pair = (rng.choice(GIVEN[culture]), rng.choice(FAMILY[other]))
        if pair in seen and len(seen) < 10_000:
            continue
        seen.add(pair)
        yield pair


def ascii_word(text: str) -> str:
    """"O'Rourke" -> "orourke": letters and digits only, lower case, no accents."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return "".join(c for c in decomposed.lower() if c.isascii() and c.isalnum())
