extension PressLexicon {
  /// A class a line: its name, its tag, its words.
  static let text = """
    say VB say say say say say say
    state VB say say add claim allege insist announce confirm argue warn acknowledge admit report maintain assert explain \
    note stress suggest declare reiterate contend concede agree deny reveal disclose repeat predict complain conclude believe \
    hint testify recall emphasise emphasize estimate caution charge tweet post indicate boast vow hear think understand
    quote VB say say say say add add declare explain warn insist write note reply complain conclude argue continue tweet \
    recall admit joke respond claim ask stress counter begin remember protest shout
    parenthesis VB say say say claim report allege believe argue insist note warn add acknowledge admit
    deny VB deny deny deny reject dismiss confirm contest dispute refute condemn denounce rebut question withdraw repeat \
    welcome ignore criticise criticize retract ridicule contradict rebuff support refuse downplay investigate
    dismiss VB dismiss dismiss dismiss describe reject denounce condemn characterize brand ridicule decry deride portray \
    regard see treat
    call VB call call call brand label term
    order VB order order authorise authorize approve plan organise fund plot oppose ban block delay direct finance
    accuse VB accuse accuse accuse suspect convict acquit clear
    blame VB blame blame blame criticise condemn denounce praise thank fault
    urge VB urge urge ask tell warn invite advise remind persuade
    instruct VB order order force authorise require command compel
    tell VB tell tell tell tell inform warn assure remind
    cite VB cite cite quote cite
    adding VB add add say say warn insist note claim stress argue suggest allege acknowledge promise admit
    accept VB accept admit deny claim assume take bear
    vow VB vow pledge promise refuse threaten agree decline offer want plan hope
    kill VB kill kill wound injure arrest detain kidnap abduct shoot execute attack hit capture rescue bomb shell target \
    seize murder free
    wreck VB destroy damage attack hit shell bomb seize raid capture burn target storm torch strike close occupy loot
    act VB visit meet sign reject win leave close build approve announce launch release publish withdraw cancel postpone sell \
    buy suspend fire sack appoint replace
    happen VB begin end collapse fail continue resume flee die escape surrender resign explode withdraw
    day NNP Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    month NNP January February March April May June July August September October November December
    part NN morning afternoon evening night
    first NNP Ivan Maria Peter John Ahmed Omar Elena Yusuf Tomas Anna Carlos Luis Fatima Samuel Joseph Irina Nikolai Hassan \
    Ali Karim Leila Marta Viktor Andrei Paul James Robert Linda Susan Daniel Michael David Sarah Laura Abdul Khalid Rosa \
    Pavel Stefan Marko Goran Milan Dragan Aisha Moses Grace Emmanuel Ibrahim Mehmet Ayse Chen Kenji Ravi Priya Arjun Nadia
    last NNP Petrov Orlova Marsh Keller Haddad Mansour Okoye Mensah Novak Kovac Silva Torres Mendez Ortega Rahman Siddiqui \
    Weber Lindqvist Brandt Dumont Leclerc Hughes Carter Bennett Doyle Murray Khalil Nasser Sorokin Dragomir Velasco Ibanez \
    Tanaka Cho Nguyen Osei Diallo Traore Bakare Mutua Kamau Yilmaz Demir Rossi Bianchi Santos Ferreira Hale Quinn Reyes \
    Volkov Zhukov Melnyk Halloran Aziz Farouk Saleh Pereira Stone Whitfield Anders Berg
    initial NNP J. A. M. W. K. L.
    place NNP Varna Belgrade Aleppo Mosul Kabul Lagos Nairobi Ankara Tbilisi Baku Geneva Cairo Tripoli Lima Quito Caracas \
    Kyiv Minsk Riga Odessa Donetsk Beirut Gaza Basra Goma Juba Khartoum Mogadishu Karachi Lahore Delhi Manila Jakarta \
    Moscow Paris London Berlin Madrid Rome Vienna Brussels Washington Tehran Damascus Baghdad Kandahar Herat Sarnia Dolna \
    Korvin Maravel Tessaly Brenova
    country NNP Russia Ukraine Syria Iraq Iran Israel Turkey Egypt Libya Sudan Somalia Kenya Nigeria Mali Chad France Germany \
    Britain Spain Italy Poland Serbia Kosovo Georgia Armenia Azerbaijan Pakistan India China Japan Taiwan Colombia Peru \
    Venezuela Mexico Cuba Honduras Yemen Lebanon Jordan Qatar Ethiopia Eritrea Rwanda Congo Uganda Moldova Belarus
    people JJ Russian Ukrainian Syrian Iraqi Iranian Israeli Turkish Egyptian Libyan Sudanese Somali Kenyan Nigerian French \
    German British Spanish Italian Polish Serbian Georgian Armenian Pakistani Indian Chinese Japanese Colombian Peruvian \
    Venezuelan Mexican Cuban Yemeni Lebanese Jordanian Ethiopian Rwandan Ugandan American European Palestinian Kurdish
    peoples NNPS Russians Ukrainians Syrians Iraqis Iranians Israelis Turks Egyptians Libyans Kenyans Nigerians Germans \
    Italians Poles Serbs Georgians Armenians Pakistanis Indians Colombians Mexicans Cubans Americans Palestinians Kurds
    agency NNP Reuters AFP AP Interfax Xinhua Tass Anadolu CNN BBC Bloomberg Ritzau Efe Kyodo Sana Petra Mena
    paper NNP Guardian Times Herald Tribune Post Standard Observer Echo Courier Gazette Chronicle Telegraph Mirror
    acronym NNP UN EU NATO IMF OPEC UNHCR OSCE FBI CIA FARC IAEA UNICEF FMLN ELN PKK
    field NNP Interior Defence Defense Health Finance Justice Transport Energy Agriculture Education Information Labour
    ministry NN interior defence defense health finance justice transport energy agriculture education information
    role NN minister president chief leader commander ambassador mayor governor director chairman secretary prosecutor \
    judge lawyer spokesman spokeswoman envoy negotiator inspector officer lawmaker deputy bishop analyst economist \
    professor historian researcher editor owner activist senator colonel general captain superintendent
    title NNP President Minister Senator Governor General Colonel Captain Major Mayor Ambassador Judge Inspector Chancellor \
    Bishop Professor Sheikh Admiral Brigadier Secretary Prince Mr. Mrs. Ms. Dr. Gen. Col. Sen. Lt. Capt. Mr Mrs Ms Dr
    mouth NN spokesman spokeswoman spokesperson representative
    rank JJ senior former acting deputy chief foreign military local top retired exiled outgoing new regional federal
    speaker NN official spokesman spokeswoman witness resident minister lawyer commander doctor policeman soldier diplomat \
    source analyst prosecutor investigator teacher farmer driver nurse guard survivor expert defector prisoner reporter
    speakers NNS officials witnesses residents police ministers lawyers commanders doctors soldiers diplomats sources \
    analysts prosecutors investigators authorities activists rebels critics experts observers campaigners
    body NN government ministry army police company party group court parliament council union embassy agency committee \
    commission opposition regime church bank airline club militia palace office bureau junta
    outfit NN statement report letter interview broadcast document speech communique text memo email
    press NNS reporters journalists lawmakers supporters investigators parliament officials diplomats
    person NN man woman soldier policeman farmer driver teacher student prisoner guard boy girl suspect trader priest
    persons NNS people civilians soldiers policemen rebels insurgents protesters students workers children villagers fighters \
    militants gunmen demonstrators migrants passengers miners refugees hostages troops officers guerrillas prisoners
    gunmen NNS gunmen rebels militants soldiers troops insurgents guerrillas protesters police separatists bandits
    mischief NN attack bombing raid shooting killing ambush strike explosion massacre kidnapping blast murder clash coup \
    offensive shelling assassination crackdown operation march strike
    mischiefs NNS attacks bombings raids shootings killings clashes strikes explosions abuses violations murders protests
    crime NN murder corruption treason fraud torture espionage sabotage terrorism bribery genocide negligence arson
    matter NN deal agreement ceasefire truce plan proposal vote election project budget law bill decision reform treaty \
    campaign contract sale investigation inquiry crisis evacuation deployment
    word NN claim allegation accusation charge report suggestion statement assertion rumour rumor warning accusation finding \
    denial version account view theory
    words NNS claims allegations accusations charges reports suggestions statements rumours rumors warnings assertions fears
    verdict JJ baseless false untrue absurd ridiculous unfounded groundless misleading incorrect irresponsible unacceptable \
    illegal wrong exaggerated premature unfair
    verdictn NN lie fabrication nonsense propaganda provocation insult hoax fantasy disgrace mistake invention slander \
    conspiracy farce crime
    building NN bridge school hospital market mosque church station airport barracks prison factory hotel embassy bank \
    village town checkpoint convoy pipeline port dam refinery base
    buildings NNS bridges schools hospitals houses villages tanks vehicles trucks buses shops bases homes positions
    adj JJ northern southern eastern western central remote disputed nearby main military old new large small crowded
    region NN north south east west centre center capital province city region town border
    cd CD two three four five six seven eight nine ten 11 12 13 14 15 17 19 20 23 25 30 34 40 46 50 60 75 100 120 150 200 \
    300 450 1,000 1,200 2,500 10,000
    year CD 1989 1994 1998 1999 2001 2003 2005 2008 2010 2011 2014 2016 2019 2021 2022 2023
    num CD 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31
    age CD 23 31 37 42 45 48 52 56 59 61 64 70 19 34
    how RB flatly categorically repeatedly later again strongly angrily immediately earlier quickly consistently publicly \
    also earlier privately firmly always reportedly allegedly initially previously
    modal MD will would could should may might must can
    do VB freeze wear fight throw drive grow sink tear forbid seek catch teach swear bring spend lose choose forget begin \
    strike steal hold keep read set put hit shut cut spread lead feed flee bear bind blow build burn bury carry copy draw \
    eat feel find fly forgive get hang hear hide know lay leave lend light make mean meet pay raise ride ring run see sell \
    send shake show sing slide speak spread stand stick swim take tell think wake win wind write abandon adopt advise \
    assist avert await back bar board breach brief bury capture charge check chase collect confiscate control count cross \
    cripple cancel declare defend deliver deploy describe deport destroy disarm discover disrupt dissolve drop edit endorse \
    enter escape evacuate examine exchange expel explore export extend face film flood follow frame guard hand hire host \
    identify impose import insert inspect install intercept invade issue join jail lift list load lock mark miss monitor \
    move name notify observe obtain offer outlaw overturn pardon patrol postpone present prevent produce protect prove \
    provide publish pull punish push question reach rebuild receive recognise record recover reduce release relocate remove \
    rename repair replace rescue restore restrict reveal revise rob rule sack save search seal sentence serve settle sign \
    slash smuggle sponsor summon supply surround suspend test threaten track train transfer treat trigger try uncover \
    unveil use veto view violate visit void warn watch welcome withhold witness accept arm audit award expand
    go VB go come fall rise arrive return travel resign surrender collapse remain sleep sit lie speak work die vanish \
    disappear emerge retreat advance appear escape explode flee drown intervene talk vote march protest gather differ
    thing NN fire dam tape video photo vessel ship tanker file key phone passport uniform flag weapon rifle missile mine \
    shell bullet bomb bullet data recording archive van lorry truck bus car train plane drone helicopter satellite cable \
    server ledger contract invoice cargo grain oil gas fuel cash gold coffee sugar water power network grid border \
    curfew ban tax levy fine bribe loan ransom visa
    things NNS fires dams tapes videos photos vessels ships tankers files documents phones passports uniforms flags weapons \
    rifles missiles mines shells bullets bombs drones helicopters satellites cables servers cracks traces contracts assets \
    funds taxes bribes loans visas prices figures results rules orders votes seats jobs losses injuries symptoms
    actor NN attacker driver worker nurse inmate rioter kidnapper captain pilot passenger fisherman gunman soldier survivor \
    bystander neighbour shopkeeper clerk engineer auditor hacker smuggler defector recruit deserter informer courier \
    villager herder miner cleric monk imam priest pastor midwife paramedic medic firefighter
    actors NNS attackers drivers workers nurses inmates rioters kidnappers captains pilots passengers fishermen gunmen \
    hostages shopkeepers engineers auditors hackers smugglers deserters villagers herders miners clerics monks medics
    capadj ADJ.NNP National Northern Southern Eastern Western Central United Free New Democratic Islamic Civil Popular Social \
    Green Red Royal International Supreme Military Patriotic Revolutionary Christian Federal Public Independent Human
    capnoun NNP Amber River Harbour Border Rights Liberties Peace Grain Health Mountain Coast Island Iron Silver Night Union \
    Liberation Freedom Justice Workers People Farmers Security Intelligence Ocean Valley City Labour Energy Trade Media
    caphead NNP League Watch Union Front Alliance Council Committee Party Movement Army Brigade Association Institute \
    Foundation Agency Authority Bank Corporation Network Forum Hydro Energy Airlines Wire Post Congress Coalition Guard \
    International Monitor Owls Centre Fund Court Commission Brotherhood Sparrow Group Relief Line Shipping
    answer NN claim charge accusation allegation suggestion story explanation assertion figure version
    fate VB drown die vanish disappear escape collapse burn surrender perish starve
    fate2 JJ missing dead homeless injured hurt wounded trapped ill unaccounted
    number NN number figure toll cost count turnout damage total estimate
    field2 NN aid security hospital union government party rights army police court prison company city health school port \
    border intelligence defence rescue relief election opposition church bank industry energy
    staff NNS workers officials sources leaders groups experts chiefs monitors guards authorities teams crews lawyers services
    heap NN pack string web series tissue mix
    lie NNS lies inventions half-truths slanders rumours insults distortions fabrications falsehoods excuses
    move VB rise fall climb drop jump grow stand remain reach
    revise VB raise cut lower revise increase reduce put adjust correct
    """
}
