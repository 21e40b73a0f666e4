extension PressGrammar {
  static let text = #"""
    # Whole sentences.
    sentence:
    10 s=$told>^:root .>s
    6 s=$quoted>^:root
    4 s=$parenthetical>^:root
    3 s=$according>^:root .>s
    5 s=$answered>^:root .>s
    4 s=$accused>^:root .>s
    3 s=$relayed>^:root .>s
    4 s=$incident>^:root .>s
    3 s=$acted>^:root .>s
    3 s=$described>^:root .>s
    2 s=$headline>^:root
    2 s=$coordinated>^:root .>s
    1 s=$dateline>^:root

    # Who says it.
    bodyname:
    2 %capadj>h:amod h=%caphead>^:*
    2 %capnoun>h:compound h=%caphead>^:*
    1 %capadj>h:amod %capnoun>h:compound h=%caphead>^:*
    1 %capadj>n:amod n=%capnoun>h:compound h=%caphead>^:*
    1 %place>h:compound h=%caphead>^:*
    1 h=%caphead>^:* of/IN>p:case p=%country>h:nmod
    1 %capadj>h:amod h=%caphead>^:* for/IN>p:case p=%capnoun>h:nmod
    bodied:
    3 the/DT>h:det %capadj>h:amod h=%caphead>^:*
    2 the/DT>h:det %capnoun>h:compound h=%caphead>^:*
    1 the/DT>h:det %place>h:compound h=%caphead>^:*
    2 $bodyname>^:*
    1 b=$bodyname>^:* LRB>a a=%acronym>b:appos RRB>a
    1 the/DT>g:det rights/NNS>g:compound g=group/NN>^:* n=$bodyname>g:appos
    1 rights/NNS>g:compound g=group/NN>n:nmod:desc n=$bodyname>^:*
    name:
    4 n=%first>^:* %last>n:flat
    3 %last>^:*
    1 n=%first>^:* %initial>n:flat %last>n:flat
    1 n=%first>^:* al/NNP>n:flat -/PUNCT.HYPH>l:punct l=%last>n:flat
    2 $named>^:*
    fullname:
    5 n=%first>^:* %last>n:flat
    1 n=%first>^:* %initial>n:flat %last>n:flat
    title:
    3 %title>^:nmod:desc
    2 %role>^:nmod:desc
    1 %rank>r:amod r=%role>^:nmod:desc
    1 %people>r:amod r=%role>^:nmod:desc
    1 %people>r:amod %rank>r:amod r=%role>^:nmod:desc
    2 %people>r:amod %ministry>r:compound r=%role>^:nmod:desc
    2 $office>r:compound r=%mouth>^:nmod:desc
    2 %body>r:compound r=%mouth>^:nmod:desc
    1 %acronym>r:compound ( %rank>r:amod ) r=%role>^:nmod:desc
    1 %people>b:amod b=%body>r:compound r=%mouth>^:nmod:desc
    1 r=%role>^:nmod:desc
    titled:
    $title>n:nmod:desc n=$name>^:*
    office:
    3 %field>m:compound m=Ministry/NNP>^:*
    1 Foreign/ADJ.NNP>m:amod m=Ministry/NNP>^:*
    1 Foreign/ADJ.NNP>m:amod m=Office/NNP>^:*
    1 %place>m:compound m=Police/NNP>^:*
    1 Supreme/ADJ.NNP>m:amod m=Court/NNP>^:*
    1 %acronym>^:*
    institution:
    3 $bodied>^:*
    2 the/DT>o:det o=$office>^:*
    1 the/DT>o:det ( %people>o:amod ) o=%body>^:*
    1 the/DT>o:det %people>o:amod %ministry>o:compound o=ministry/NN>^:*
    1 %acronym>^:*
    1 the/DT>a:det a=%acronym>^:*
    1 %country>^:*
    1 c=%country>o:nmod:poss 's/POS>c:case ( %rank>o:amod ) o=%body>^:*
    1 c=%country>o:nmod:poss 's/POS>c:case %field>o:compound o=Ministry/NNP>^:*
    1 $named>^:*
    outlet:
    2 %agency>^:*
    1 the/DT>p:det p=%paper>^:*
    1 the/DT>p:det %place>p:compound p=%paper>^:*
    1 %people>t:amod t=television/NN>^:*
    1 state/NN>m:compound m=media/NNS>^:*
    1 local/JJ>m:amod m=media/NNS>^:*
    1 the/DT>p:det %people>p:amod p=newspaper/NN>^:*
    1 the/DT>g:det g=%agency>^:*
    1 the/DT>a:det %agency>a:compound news/NN>a:compound a=agency/NN>^:*
    post:
    3 ( a/DT>r:det ) r=%mouth>^:appos for/IN>i:case i=$institution>r:nmod
    2 the/DT>r:det ( %rank>r:amod ) r=%role>^:appos of/IN>i:case i=$institution>r:nmod
    1 ( the/DT>r:det ) %people>r:amod %ministry>r:compound r=%role>^:appos
    1 a/DT>r:det %rank>r:amod r=%role>^:appos ( in/IN>p:case p=%place>r:nmod )
    1 c=%country>r:nmod:poss 's/POS>c:case %ministry>r:compound r=%role>^:appos
    1 its/PRP$>r:nmod:poss r=%role>^:appos
    2 a/DT>r:det r=%actor>^:appos
    1 $titlelike>^:appos
    1 t=$thing>^:appos
    titlelike:
    1 a/DT>r:det r=%role>^:* with/IN>i:case i=$institution>r:nmod
    1 r=%role>^:* at/IN>i:case i=$institution>r:nmod
    1 r=%role>^:* of/IN>i:case i=$institution>r:nmod
    apposed:
    4 n=$fullname>^:* ,>p p=$post>n:appos ,>n
    2 n=$titled>^:* ,>p p=$post>n:appos ,>n
    2 n=$fullname>^:* ,>w w=$who>n:acl:relcl ,>n
    1 n=$fullname>^:* ,>a a=%age>n:appos ,>n
    1 n=$fullname>^:* LRB>p p=$post>n:appos RRB>p
    2 d=$defined>^:* ,>n n=$fullname>d:appos ,>d
    1 d=$defined>^:* n=$fullname>d:appos
    defined:
    2 the/DT>r:det ( %people>r:amod ) r=%role>^:*
    1 a/DT>r:det ( %rank>r:amod ) %body>r:compound r=%mouth>^:*
    2 i=$institution>r:nmod:poss 's/POS>i:case ( %rank>r:amod ) r=%role>^:*
    1 its/PRP$>r:nmod:poss r=%role>^:*
    2 the/DT>r:det ( %rank>r:amod ) r=%role>^:* of/IN>i:case i=$institution>r:nmod
    unnamed:
    2 %field2>s:compound s=%staff>^:*
    1 ( %rank>s:amod ) %field2>s:compound s=%staff>^:* in/IN>p:case p=%place>s:nmod
    2 a/DT>s:det ( %rank>s:amod ) ( %people>s:amod ) s=%speaker>^:*
    1 one/CD>s:nummod s=%speaker>^:*
    1 the/DT>s:det s=%speaker>^:*
    1 another/DT>s:det s=%speaker>^:*
    2 ( %people>s:amod ) s=%speakers>^:*
    1 %rank>s:amod s=%speakers>^:*
    1 $office>s:compound s=%speakers>^:*
    1 two/CD>s:nummod s=%speakers>^:*
    1 some/DT>s:det s=%speakers>^:*
    1 s=%speakers>^:* in/IN>p:case p=%place>s:nmod
    1 s=police/NNS>^:*
    1 s=%speakers>^:* and/CC>t:cc t=%speakers>s:conj
    1 a/DT>s:det s=%speaker>^:* who/WP>a:nsubj a=asked/VBD>s:acl:relcl not/PART.RB>i:advmod to/TO>i:mark be/VB>i:aux:pass i=identified/VBN>a:xcomp
    1 a/DT>s:det s=%speaker>^:* ,>r who/WP>r:nsubj r=spoke/VBD>s:acl:relcl on/IN>c:case c=condition/NN>r:obl of/IN>a:case a=anonymity/NN>c:nmod ,>s
    1 a/DT>s:det s=%speaker>^:* familiar/JJ>s:amod with/IN>m:case the/DT>m:det m=%matter>s:nmod
    3 the/DT>s:det s=%person>^:* a=accused/VBN>s:acl of/IN>d:mark d=$deed>a:advcl
    1 the/DT>s:det s=%person>^:* a=charged/VBN>s:acl with/IN>c:case c=%crime>a:obl
    1 the/DT>s:det s=%person>^:* s2=%kill.VBN>s:acl in/IN>m:case the/DT>m:det m=%mischief>s2:obl
    1 s=%persons>^:* a=%kill.VBN>s:acl by/IN>g:case g=%gunmen>a:obl:agent
    1 the/DT>s:det s=%person>^:* who/WP>v:nsubj v=%order.VBD>s:acl:relcl the/DT>m:det m=%mischief>v:obj
    1 a/DT>s:det s=%mouth>^:* for/IN>i:case i=$institution>s:nmod
    1 a/DT>s:det s=%person>^:* w=$who>s:acl:relcl
    1 the/DT>s:det s=%person>^:* r=$reduced>s:acl
    1 l=%last>w:nmod:poss 's/POS>l:case w=lawyer/NN>^:*
    1 l=$fullname>w:nmod:poss 's/POS>l:case w=%role>^:*
    1 the/DT>s:det s=%outfit>^:*
    1 a/DT>s:det s=%outfit>^:* by/IN>i:case i=$institution>s:nmod
    2 $speaking>^:*
    1 $thing>^:*
    pronoun:
    4 he/PRP>^:*
    3 she/PRP>^:*
    2 they/PRP>^:*
    1 it/PRP>^:*
    speaker:
    3 $bodied>^:*
    2 $bodyrel>^:*
    3 $named2>^:*
    2 $several>^:*
    4 $name>^:*
    6 $titled>^:*
    6 $apposed>^:*
    5 $unnamed>^:*
    4 $doer>^:*
    4 $institution>^:*
    2 $outlet>^:*
    2 $defined>^:*
    2 a=$titled>^:* and/CC>b:cc b=$speaker>a:conj
    1 both/CC>a:cc:preconj a=$institution>^:* and/CC>b:cc b=$institution>a:conj
    single:
    2 $bodied>^:*
    1 $bodyrel>^:*
    1 $named2>^:*
    3 $name>^:*
    4 $titled>^:*
    4 $apposed>^:*
    2 $institution>^:*
    1 $outlet>^:*
    2 $defined>^:*
    1 he/PRP>^:*
    1 she/PRP>^:*
    1 a/DT>s:det ( %people>s:amod ) s=%speaker>^:*
    plural:
    2 %field2>s:compound s=%staff>^:*
    1 a=%speakers>^:* and/CC>c:cc %field2>c:compound c=%staff>a:conj
    2 %speakers>^:*
    1 %people>s:amod s=%speakers>^:*
    1 police/NNS>^:*
    1 they/PRP>^:*
    1 $office>s:compound s=%speakers>^:*
    1 %rank>s:amod s=%speakers>^:* in/IN>p:case p=%place>s:nmod
    speakerp:
    5 $speaker>^:*
    2 $pronoun>^:*
    hearer:
    2 %press>^:*
    1 $outlet>^:*
    1 a/DT>n:det news/NN>n:compound n=conference/NN>^:*
    1 $institution>^:*
    1 the/DT>c:det c=court/NN>^:*
    1 parliament/NN>^:*
    1 them/PRP>^:*
    party:
    3 $institution>^:*
    2 $name>^:*
    1 $titled>^:*
    1 %peoples>^:*
    1 ( %people>p:amod ) p=%gunmen>^:*
    1 the/DT>p:det ( %people>p:amod ) p=%person>^:*
    1 the/DT>p:det p=%body>^:*
    1 him/PRP>^:*
    1 them/PRP>^:*
    1 $thing>^:*

    bodyrel:
    2 b=$bodied>^:* ,>v which/WDT>v:nsubj v=%do.VBZ>b:acl:relcl o=$object>v:obj ,>b
    2 b=$bodied>^:* ,>v which/WDT>v:nsubj v=denies/VBZ>b:acl:relcl c=$deedclause>v:ccomp ,>b
    1 b=$institution>^:* ,>v which/WDT>v:nsubj v=denies/VBZ>b:acl:relcl d=$deed>v:xcomp ,>b
    1 b=$institution>^:* ,>v which/WDT>v:nsubj v=says/VBZ>b:acl:relcl c=$clause>v:ccomp ,>b
    1 b=$institution>^:* ,>v which/WDT>v:nsubj:pass was/VBD>v:aux:pass ( not/PART.RB>v:advmod ) v=%do.VBN>b:acl:relcl ,>b
    1 b=$bodied>^:* ,>w w=$which>b:acl:relcl ,>b
    named2:
    2 n=$titled>^:* ,>v v=%do.VBN>n:acl as/IN>r:case a/DT>r:det r=%actor>v:obl ,>n
    2 n=$titled>^:* ,>v v=%do.VBN>n:acl by/IN>r:case r=$outlet>v:obl:agent ,>n
    1 n=$fullname>^:* ,>v v=%do.VBN>n:acl by/IN>r:case r=telephone/NN>v:obl ,>n
    1 the/DT>r:det r=%role>^:* ,>n n=$fullname>r:appos ,>v v=%do.VBN>r:acl by/IN>w:case w=radio/NN>v:obl ,>r
    1 the/DT>r:det r=%body>^:* ,>v v=quoted/VBN>r:acl by/IN>o:case o=$outlet>v:obl:agent ,>r
    2 n=$bodied>^:* ,>o in/IN>o:case a/DT>o:det o=%outfit>n:nmod p=published/VBN>o:acl on/IN>d:case d=%day>p:obl ,>n
    1 the/DT>o:det o=%outfit>^:* ,>b b=based/VBN>o:acl on/IN>t:case t=%things>b:obl ,>o
    several:
    2 a=%speakers>^:* and/CC>c:cc %field2>c:compound c=%staff>a:conj
    1 %field2>a:compound a=%staff>^:* and/CC>b:cc b=%speakers>a:conj
    1 a=%speakers>^:* ,>b b=%speakers>a:conj and/CC>c:cc a/DT>c:det c=%actor>a:conj
    1 a/DT>a:det a=%speaker>^:* and/CC>b:cc two/CD>b:nummod b=%actors>a:conj
    1 a=%speakers>^:* and/CC>b:cc b=%speakers>a:conj
    1 a=$fullname>^:* and/CC>b:cc b=$fullname>a:conj

    # Who did something and is spoken of as such.
    doer:
    2 a/DT>s:det s=%actor>^:* who/WP>v:nsubj v=%go.VBD>s:acl:relcl
    2 a/DT>s:det s=%actor>^:* who/WP>v:nsubj v=%do.VBD>s:acl:relcl t=$object>v:obj
    2 another/DT>s:det s=%actor>^:* who/WP>v:nsubj v=%go.VBD>s:acl:relcl ( $where>v:obl )
    2 the/DT>s:det s=%actor>^:* ,>v who/WP>v:nsubj v=%go.VBD>s:acl:relcl ( $where>v:obl ) ,>s
    2 s=%last>^:* ,>v who/WP>v:nsubj:pass has/VBZ>v:aux been/VBN>v:aux:pass v=%do.VBN>s:acl:relcl ( $where>v:obl ) since/IN>d:case d=%day>v:obl ,>s
    2 s=$fullname>^:* ,>v who/WP>v:nsubj v=%do.VBZ>s:acl:relcl t=$object>v:obj ,>s
    1 s=$titled>^:* ,>v whose/WP$>b:nmod:poss b=%speaker>v:nsubj v=%do.VBD>s:acl:relcl t=$object>v:obj ,>s
    1 s=$titled>^:* ,>v whom/WP>v:obj d=$plural>v:nsubj v=%do.VBD>s:acl:relcl ,>s
    2 o=one/NUM.CD>^:* of/IN>p:case the/DT>p:det p=%actors>o:nmod ,>j a/DT>j:det j=%actor>o:appos ,>o
    1 a/DT>s:det s=%actor>^:* c=claiming/VBG>s:acl to/TO>r:mark be/VB>r:cop a/DT>r:det r=%actor>c:xcomp
    2 a/DT>s:det s=%speaker>^:* r=retained/VBN>s:acl by/IN>b:case b=$party>r:obl:agent
    2 the/DT>s:det s=%actors>^:*
    2 the/DT>s:det s=%actor>^:*
    2 %last>^:*
    1 both/DT>^:*
    1 the/DT>r:det r=%role>^:* ,>n n=$fullname>r:appos ,>r
    object:
    3 the/DT>o:det o=%thing>^:*
    2 a/DT>o:det o=%thing>^:*
    2 ( the/DT>o:det ) o=%things>^:*
    1 %thing>o:compound o=%things>^:*
    1 %body>o:compound o=%things>^:*
    1 the/DT>o:det o=%things>^:* of/IN>n:case n=$party>o:nmod
    1 p=$name>o:nmod:poss 's/POS>p:case o=%things>^:*
    1 his/PRP$>o:nmod:poss o=%things>^:*
    2 $thing>^:*
    1 a/DT>o:det o=%body>^:* ,>c c=calling/VBG>o:acl itself/PRP>c:obj n=$name>c:xcomp ,>o
    deedclause:
    2 p=$crowd>v:nsubj v=%fate.VBD>^:* ( $where>v:obl ) ( $when>v:* )
    1 the/DT>m:det m=%thing>v:nsubj had/VBD>v:aux v=burst/VBN>^:*
    1 a/DT>b:det b=%building>v:nsubj v=burned/VBD>^:* down/RP>v:compound:prt ( $where>v:obl )
    1 a/DT>t:det t=%thing>v:nsubj:pass s=showing/VBG>t:acl p=%persons>s:obj k=%kill.VBG>p:acl q=%persons>k:obj was/VBD>v:aux:pass v=%do.VBN>^:*
    2 %gunmen>v:nsubj had/VBD>v:aux v=%kill.VBN>^:* p=$crowd>v:obj
    1 there/EX>v:expl v=were/VBD>^:* n=$crowd>v:nsubj ( $where>v:obl )
    4 d=$doer>v:nsubj v=%do.VBD>^:* o=$object>v:obj ( $when>v:* )
    3 d=$doer>v:nsubj had/VBD>v:aux v=%do.VBN>^:* o=$object>v:obj
    2 d=$doer>v:nsubj had/VBD>v:aux not/PART.RB>v:advmod v=%do.VBN>^:* o=$object>v:obj
    2 d=$doer>v:nsubj did/VBD>v:aux not/PART.RB>v:advmod v=%do.VB>^:* o=$object>v:obj
    2 d=$doer>v:nsubj v=%go.VBD>^:* ( $where>v:obl ) ( $when>v:* )
    1 d=$doer>v:nsubj had/VBD>v:aux v=%go.VBN>^:* ( $where>v:obl )
    2 d=$doer>v:nsubj %modal>v:aux v=%do.VB>^:* o=$object>v:obj
    2 the/DT>o:det o=%things>v:nsubj:pass had/VBD>v:aux been/VBN>v:aux:pass v=%do.VBN>^:* ( by/IN>d:case d=$doer>v:obl:agent )
    2 the/DT>o:det o=%thing>v:nsubj:pass was/VBD>v:aux:pass v=%do.VBN>^:* ( $when>v:* )
    2 no/DT>o:det o=%thing>v:nsubj:pass was/VBD>v:aux:pass v=%do.VBN>^:* ( $where>v:obl )
    1 he/PRP>v:nsubj had/VBD>v:aux v=%do.VBN>^:* o=$object>v:obj and/CC>w:cc w=%do.VBN>v:conj p=$object>w:obj
    acted:
    4 s=$speaker>v:nsubj ( $when>v:* ) v=%do.VBD>^:* o=$object>v:obj
    3 s=$speaker>v:nsubj ( $when>v:* ) v=%do.VBD>^:* o=$object>v:obj ,>a a=%adding.VBG>v:advcl ( that/IN>c:mark ) c=$clause>a:ccomp
    2 s=$speaker>v:nsubj v=%do.VBD>^:* o=$object>v:obj and/CC>w:cc w=%do.VBD>v:conj p=$object>w:obj
    2 s=$speaker>v:nsubj v=%do.VBD>^:* o=$object>v:obj ( $when>v:* ) ,>w w=%do.VBG>v:advcl p=$object>w:obj
    1 $deedclause>^:*

    # When, where and how it is said.
    when:
    3 on/IN>d:case d=%day>^:obl
    2 %day>^:obl:unmarked
    1 late/ADV.RB>o:advmod on/IN>o:case o=%day>^:obl
    1 %day>p:compound p=%part>^:obl:unmarked
    1 on/IN>p:case %day>p:compound p=%part>^:obl
    1 on/IN>n:case %month>n:nmod:unmarked n=%num>^:obl
    1 in/IN>m:case m=%month>^:obl
    1 in/IN>y:case y=%year>^:obl
    1 last/JJ>w:amod w=week/NN>^:obl:unmarked
    1 this/DT>w:det w=year/NN>^:obl:unmarked
    1 yesterday/NN>^:obl:unmarked
    1 today/NN>^:obl:unmarked
    1 %cd>d:nummod d=days/NNS>a:obl:unmarked a=ago/RB>^:advmod
    1 earlier/RBR>^:advmod
    1 later/RBR>^:advmod
    where:
    3 in/IN>p:case p=%place>^:obl
    1 in/IN>r:case the/DT>r:det %adj>r:amod r=%region>^:obl
    1 near/IN>p:case p=%place>^:obl
    1 in/IN>r:case the/DT>r:det r=%region>^:obl of/IN>p:case p=%place>r:nmod
    1 $prepositional>^:obl
    medium:
    3 in/IN>o:case a/DT>o:det o=%outfit>^:obl
    1 in/IN>o:case an/DT>o:det o=interview/NN>^:obl with/IN>i:case i=$outlet>o:nmod
    1 at/IN>c:case a/DT>c:det news/NN>c:compound c=conference/NN>^:obl
    1 on/IN>t:case state/NN>t:compound t=television/NN>^:obl
    1 to/IN>h:case h=$hearer>^:obl
    1 in/IN>o:case a/DT>o:det o=%outfit>^:obl to/IN>i:case i=$institution>o:nmod
    1 after/IN>t:case t=talks/NNS>^:obl with/IN>i:case i=$institution>t:nmod
    1 by/IN>t:case t=telephone/NN>^:obl
    circumstance:
    3 $when>^:*
    2 $medium>^:*
    1 $where>^:*

    # What is said.
    clause:
    7 $clausal>^:*
    3 $event>^:*
    4 $deedclause>^:*
    1 $told>^:*
    1 c=$clausal>^:* a=$adverbial>c:advcl
    sentencelike:
    7 $quotable>^:*
    1 $event>^:*
    2 $deedclause>^:*
    count:
    4 %cd>^:nummod
    2 at/IN>l:case l=least/JJS>n:nmod n=%cd>^:nummod
    1 m=more/ADJ.JJR>n:advmod than/ADP.IN>m:fixed n=%cd>^:nummod
    1 about/RB>n:advmod n=%cd>^:nummod
    1 some/DET.DT>n:det n=%cd>^:nummod
    1 nearly/RB>n:advmod n=%cd>^:nummod
    crowd:
    4 $count>p:nummod ( %people>p:amod ) p=%persons>^:*
    1 several/JJ>p:amod p=%persons>^:*
    1 dozens/NOUN.NNS>^:*
    1 d=dozens/NNS>^:* of/IN>p:case p=%persons>d:nmod
    1 ( %people>p:amod ) p=%persons>^:*
    1 the/DT>p:det p=%persons>^:*
    victim:
    5 $crowd>^:*
    1 a/DT>p:det ( %people>p:amod ) p=%person>^:*
    1 $thing>^:*
    1 $name>^:*
    others:
    2 %cd>o:nummod o=others/NNS>^:*
    1 $count>o:nummod o=others/NNS>^:*
    1 %cd>^:*
    1 c=%cd>^:* more/ADJ.JJR>c:amod
    force:
    3 ( %people>g:amod ) g=%gunmen>^:*
    1 the/DT>b:det ( %people>b:amod ) b=%body>^:*
    1 %people>f:amod security/NN>f:compound f=forces/NNS>^:*
    1 a/DT>s:det suicide/NN>s:compound s=bomber/NN>^:*
    1 masked/ADJ.JJ>m:amod m=men/NNS>^:*
    1 $speaking>^:*
    1 $institution>^:*
    onesite:
    1 a/DT>b:det b=%building>^:* ( in/IN>p:case p=%place>b:nmod )
    1 the/DT>b:det ( %adj>b:amod ) b=%building>^:*
    1 the/DT>t:det t=town/NN>^:* of/IN>p:case p=%place>t:nmod
    1 a/DT>b:det %adj>b:amod b=%building>^:*
    site:
    2 a/DT>b:det b=%building>^:* ( in/IN>p:case p=%place>b:nmod )
    1 the/DT>b:det ( %adj>b:amod ) b=%building>^:*
    1 %cd>b:nummod b=%buildings>^:*
    1 the/DT>t:det t=town/NN>^:* of/IN>p:case p=%place>t:nmod
    onslaught:
    3 a/DT>m:det m=%mischief>^:* ( in/IN>p:case p=%place>m:nmod )
    1 the/DT>m:det m=%mischief>^:* on/IN>b:case b=$site>m:nmod
    1 a/DT>m:det %day>m:compound m=%mischief>^:*
    1 %mischiefs>^:*
    1 l=%day>m:nmod:poss 's/POS>l:case m=%mischief>^:*
    event:
    1 a/DT>p:det ( %people>p:amod ) p=%person>v:nsubj:pass was/VBD>v:aux:pass v=%kill.VBN>^:* ( $where>v:obl ) ( by/IN>f:case f=$force>v:obl:agent )
    1 n=$name>v:nsubj:pass had/VBD>v:aux been/VBN>v:aux:pass v=%kill.VBN>^:* ( by/IN>f:case f=$force>v:obl:agent )
    1 b=%buildings>v:nsubj:pass were/VBD>v:aux:pass v=%wreck.VBN>^:* ( $where>v:obl )
    4 p=$crowd>v:nsubj:pass had/VBD>v:aux been/VBN>v:aux:pass v=%kill.VBN>^:* ( $where>v:obl ) ( by/IN>f:case f=$force>v:obl:agent )
    4 p=$crowd>v:nsubj:pass were/VBD>v:aux:pass v=%kill.VBN>^:* ( in/IN>o:case o=$onslaught>v:obl ) ( $when>v:* )
    3 p=$crowd>v:nsubj:pass were/VBD>v:aux:pass v=killed/VBN>^:* and/CC>w:cc o=$others>w:nsubj:pass w=wounded/VBN>v:conj ( in/IN>m:case m=$onslaught>v:obl )
    2 p=$crowd>v:nsubj:pass were/VBD>v:aux:pass v=killed/VBN>^:* and/CC>w:cc o=$others>w:nsubj:pass were/VBD>w:aux:pass w=injured/VBN>v:conj
    4 f=$force>v:nsubj v=%kill.VBD>^:* p=$victim>v:obj ( $where>v:obl ) ( $when>v:* )
    3 f=$force>v:nsubj v=killed/VBD>^:* p=$victim>v:obj and/CC>w:cc w=wounded/VBD>v:conj o=$others>w:obj ( $where>w:obl )
    3 f=$force>v:nsubj had/VBD>v:aux v=%wreck.VBN>^:* b=$site>v:obj
    3 f=$force>v:nsubj v=%wreck.VBD>^:* b=$site>v:obj ( ,>k k=%kill.VBG>v:advcl p=$victim>k:obj )
    2 b=$onesite>v:nsubj:pass was/VBD>v:aux:pass v=%wreck.VBN>^:* by/IN>f:case f=$force>v:obl:agent ( $when>v:* )
    2 o=$onslaught>v:nsubj v=killed/VBD>^:* p=$victim>v:obj
    2 o=$onslaught>v:nsubj v=left/VBD>^:* p=$victim>v:obj dead/JJ>v:xcomp
    2 i=$institution>v:nsubj %modal>v:aux v=%act.VB>^:* the/DT>m:det m=%matter>v:obj
    2 i=$institution>v:nsubj had/VBD>v:aux v=%act.VBN>^:* the/DT>m:det m=%matter>v:obj ( $when>v:* )
    2 n=$speakerp>v:nsubj v=%act.VBD>^:* t=$thing>v:obj ( $when>v:* )
    2 n=$speakerp>v:nsubj v=%order.VBD>^:* the/DT>m:det m=%mischief>v:obj
    2 n=$speakerp>v:nsubj had/VBD>v:aux v=%order.VBN>^:* the/DT>m:det m=%mischief>v:obj on/IN>b:case b=$site>m:nmod
    1 n=$speakerp>v:nsubj v=%happen.VBD>^:* ( $when>v:* )
    2 the/DT>m:det m=%matter>v:nsubj had/VBD>v:aux v=%happen.VBN>^:* ( $when>v:* )
    2 i=$institution>b:nsubj was/VBD>b:cop behind/IN>b:case the/DT>b:det b=%mischief>^:*
    2 i=$institution>r:nsubj was/VBD>r:cop r=responsible/JJ>^:* for/IN>m:case the/DT>m:det m=%mischief>r:obl
    1 i=$institution>r:nsubj had/VBD>r:aux no/DT>k:det r=had/VBN>^:* k=knowledge/NN>r:obj of/IN>m:case the/DT>m:det m=%mischief>k:nmod
    2 the/DT>w:det w=%words>v:nsubj were/VBD>v:cop v=%verdict>^:*
    1 it/PRP>v:nsubj was/VBD>v:cop a/DT>v:det v=%verdictn>^:*
    1 there/EX>v:expl v=was/VBD>^:* no/DT>e:det e=evidence/NN>v:nsubj that/IN>c:mark c=$clausal>e:acl
    1 t=$thing>v:nsubj v=$did>^:*
    3 i=$speaker>v:nsubj v=$did>^:*
    1 $quotable>^:*
    deed:
    2 v=failing/VBG>^:* i=$infinitive>v:xcomp
    1 having/VBG>v:aux v=%do.VBN>^:* o=$object>v:obj
    2 v=%do.VBG>^:* o=$object>v:obj
    3 v=%order.VBG>^:* ( the/DT>m:det ) m=%mischief>v:obj ( on/IN>b:case b=$site>m:nmod )
    2 v=%kill.VBG>^:* p=$victim>v:obj
    2 v=%wreck.VBG>^:* b=$site>v:obj
    4 $doing>^:*
    1 b=being/VBG>m:cop behind/IN>m:case the/DT>m:det m=%mischief>^:*
    1 having/VBG>v:aux v=%order.VBN>^:* the/DT>m:det m=%mischief>v:obj
    intent:
    3 to/TO>v:mark v=%do.VB>^:* o=$object>v:obj
    3 to/TO>v:mark v=%act.VB>^:* t=$thing>v:obj
    5 $infinitive>^:*
    1 to/TO>v:mark v=%act.VB>^:* the/DT>m:det m=%matter>v:obj
    charge:
    4 the/DT>w:det w=%word>^:* ( that/IN>c:mark c=$clause>w:acl )
    3 the/DT>w:det w=%words>^:*
    1 a/DT>w:det w=%word>^:* that/IN>c:mark c=$clause>w:acl
    2 w=%words>^:* that/IN>c:mark c=$clause>w:acl
    2 w=%words>^:* of/IN>m:case m=$onslaught>w:nmod
    1 the/DT>w:det w=%word>^:* by/IN>i:case i=$institution>w:nmod
    1 i=$institution>w:nmod:poss 's/POS>i:case w=%word>^:* ( that/IN>c:mark c=$clause>w:acl )
    1 a/DT>w:det w=report/NN>^:* in/IN>o:case o=$outlet>w:nmod
    1 the/DT>m:det m=%mischief>^:*
    1 the/DT>m:det m=%matter>^:*
    1 $thing>^:*

    # Reporting with a verb.
    told:
    3 s=$speakerp>v:nsubj v=%revise.VBD>^:* its/PRP$>n:nmod:poss n=%number>v:obj to/IN>c:case c=%cd>v:obl
    2 s=$speakerp>v:nsubj v=%revise.VBD>^:* the/DT>n:det n=%number>v:obj from/IN>d:case d=%cd>v:obl to/IN>c:case c=%cd>v:obl
    2 s=$speakerp>v:nsubj ( $when>v:* ) v=%revise.VBD>^:* the/DT>n:det n=%number>v:obj of/IN>p:case p=%persons>n:nmod k=%kill.VBN>p:acl in/IN>m:case the/DT>m:det m=%mischief>k:obl from/IN>d:case d=%cd>v:obl to/IN>c:case c=%cd>v:obl
    2 the/DT>n:det n=%number>v:nsubj v=%move.VBD>y:ccomp to/IN>c:case c=%cd>v:obl ( $when>v:* ) ,>v s=$speakerp>y:nsubj y=said/VBD>^:*
    1 the/DT>n:det n=%number>v:nsubj has/VBZ>v:aux v=%move.VBN>^:* to/IN>c:case c=%cd>v:obl
    1 s=%speakers>v:nsubj v=stuck/VBD>^:* to/IN>n:case their/PRP$>n:nmod:poss n=%number>v:obl of/IN>c:case c=%cd>n:nmod
    2 s=$speakerp>v:nsubj v=said/VBD>^:* t=talks/NNS>e:nsubj between/IN>p:case p=$institution>t:nmod and/CC>q:cc q=$institution>p:conj e=%happen.VBD>v:ccomp
    1 s=$speakerp>v:nsubj v=said/VBD>^:* it/PRP>c:nsubj had/VBD>c:aux c=%do.VBN>v:ccomp o=$object>c:obj but/CC>d:cc not/PART.RB>d:advmod d=%do.VBN>c:conj p=$object>d:obj
    2 s=$speakerp>v:nsubj v=put/VBD>^:* the/DT>n:det n=%number>v:obj ( of/IN>p:case p=%persons>n:nmod ) at/IN>c:case c=%cd>v:obl
    1 s=$speakerp>v:nsubj v=reported/VBD>^:* c=%cd>v:obj f=%fate2>v:xcomp ( $when>v:* )
    1 s=$speakerp>v:nsubj v=spoke/VBD>^:* of/IN>c:case c=%cd>v:obl f=%fate2>c:amod
    2 s=$speakerp>v:nsubj v=said/VBD>^:* c=$deedclause>v:ccomp ,>d that/IN>d:mark d=$deedclause>c:conj and/CC>e:cc that/IN>e:mark e=$deedclause>c:conj
    1 s=$speakerp>v:nsubj v=%say.VBD>^:* that/IN>c:mark c=$deedclause>v:ccomp and/CC>d:cc that/IN>d:mark d=$deedclause>c:conj
    2 s=$plural>v:nsubj v=said/VBD>^:* c=$deedclause>v:ccomp and/CC>a:cc are/VBP>a:aux a=%do.VBG>v:conj o=$object>a:obj
    2 s=$single>v:nsubj v=said/VBD>^:* c=$clause>v:ccomp but/CC>a:cc did/VBD>a:aux not/PART.RB>a:advmod a=%do.VB>v:conj o=$object>a:obj
    1 s=$single>v:nsubj will/MD>v:aux v=%do.VB>^:* w=%words>v:obj that/IN>c:mark c=$clause>w:acl
    2 d=$doer>v:nsubj v=%say.VBD>^:* c=$clause>v:ccomp
    2 d=$doer>v:nsubj v=denied/VBD>^:* that/IN>c:mark c=$deedclause>v:ccomp
    2 d=$doer>v:nsubj v=%tell.VBD>^:* h=$hearer>v:iobj that/IN>c:mark c=$clause>v:ccomp
    1 s=$speakerp>v:nsubj v=said/VBD>^:* c=$deedclause>v:ccomp and/CC>d:cc that/IN>d:mark d=$deedclause>c:conj
    1 a=asked/VBN>v:advcl whether/IN>c:mark c=$clause>a:ccomp ,>a s=$speakerp>v:nsubj v=said/VBD>^:* d=$deedclause>v:ccomp
    6 s=$speakerp>v:nsubj ( $when>v:* ) v=%say.VBD>^:* ( $circumstance>v:* ) that/IN>c:mark c=$clause>v:ccomp
    4 s=$speakerp>v:nsubj v=%say.VBD>^:* c=$clause>v:ccomp
    5 s=$speakerp>v:nsubj v=%state.VBD>^:* ( $circumstance>v:* ) that/IN>c:mark c=$clause>v:ccomp
    2 s=$speakerp>v:nsubj %how>v:advmod v=%state.VBD>^:* that/IN>c:mark c=$clause>v:ccomp
    1 s=$single>v:nsubj has/VBZ>v:aux v=%state.VBN>^:* that/IN>c:mark c=$clause>v:ccomp
    1 s=$speakerp>v:nsubj had/VBD>v:aux %how>v:advmod v=%state.VBN>^:* ( that/IN>c:mark ) c=$clause>v:ccomp
    2 s=$single>v:nsubj v=%say.VBZ>^:* ( that/IN>c:mark ) c=$clause>v:ccomp
    2 s=$plural>v:nsubj v=%state.VBP>^:* ( that/IN>c:mark ) c=$clause>v:ccomp
    1 s=$single>v:nsubj v=denies/VBZ>^:* that/IN>c:mark c=$clause>v:ccomp
    4 s=$speakerp>v:nsubj v=%tell.VBD>^:* h=$hearer>v:iobj ( $when>v:* ) ( that/IN>c:mark ) c=$clause>v:ccomp
    2 s=$speakerp>v:nsubj v=said/VBD>^:* ( $circumstance>v:* ) c=$clause>v:ccomp ,>a a=%adding.VBG>v:advcl ( that/IN>d:mark ) d=$clause>a:ccomp
    2 s=$speakerp>v:nsubj v=said/VBD>^:* $circumstance>v:* $circumstance>v:* that/IN>c:mark c=$clause>v:ccomp
    1 in/IN>o:case a/DT>o:det o=%outfit>v:obl ,>o s=$speakerp>v:nsubj v=%say.VBD>^:* ( that/IN>c:mark ) c=$clause>v:ccomp
    1 $adverbial>v:advcl ,>v s=$speakerp>v:nsubj v=%say.VBD>^:* c=$clause>v:ccomp
    1 s=$speakerp>v:nsubj v=said/VBD>^:* c=$event>v:ccomp and/CC>d:cc that/IN>d:mark d=$clause>c:conj
    1 it/PRP>r:nsubj:pass was/VBD>r:aux:pass r=reported/VBN>^:* that/IN>c:mark c=$clause>r:ccomp
    2 c=$clause>v:ccomp ,>c s=$speakerp>v:nsubj v=%say.VBD>^:* ( $circumstance>v:* )
    2 c=$clause>v:ccomp ,>c v=said/VBD>^:* s=$speaker>v:nsubj
    1 s=$speaker>v:nsubj v=denied/VBD>^:* that/IN>c:mark c=$clause>v:ccomp
    1 s=$speakerp>v:nsubj did/VBD>v:aux not/PART.RB>v:advmod v=say/VB>^:* whether/IN>c:mark c=$clause>v:ccomp
    1 s=$speakerp>v:nsubj could/MD>v:aux not/PART.RB>v:advmod v=confirm/VB>^:* that/IN>c:mark c=$clause>v:ccomp
    1 s=$speakerp>v:nsubj v=%vow.VBD>^:* i=$intent>v:xcomp
    quotehead:
    %quote.VBD>^:*
    quoted:
    1 ``>c c=^$sentencelike>v:ccomp ,>c ''>c v=reads/VBZ>^:* one/CD>s:nummod s=%outfit>v:nsubj .>v
    2 ``>c c=^$sentencelike>v:ccomp ,>c ''>c v=said/VBD>^:* s=$named2>v:nsubj .>v
    2 ``>c c=^$sentencelike>v:ccomp ,>c ''>c v=said/VBD>^:* s=$bodyrel>v:nsubj .>v
    7 ``>c c=^$sentencelike>v:ccomp ,>c ''>c s=$speakerp>v:nsubj v=$quotehead>^:* ( $circumstance>v:* ) .>v
    7 ``>c c=^$sentencelike>v:ccomp ,>c ''>c v=said/VBD>^:* s=$speaker>v:nsubj ( $circumstance>v:* ) .>v
    2 ``>c c=^$sentencelike>v:ccomp ,>c ''>c s=$single>v:nsubj v=%quote.VBZ>^:* .>v
    1 ``>c c=^$sentencelike>v:ccomp ,>c ''>c s=$plural>v:nsubj v=say/VBP>^:* .>v
    2 ``>c c=^$sentencelike>v:ccomp ,>c ''>c v=says/VBZ>^:* s=$single>v:nsubj .>v
    2 ``>c c=^$sentencelike>v:ccomp ''>c ,>c s=$speakerp>v:nsubj v=$quotehead>^:* ( $circumstance>v:* ) .>v
    2 ``>c c=^$sentencelike>v:ccomp ''>c ,>c v=said/VBD>^:* s=$speaker>v:nsubj .>v
    2 ``>c c=^$sentencelike>v:ccomp ,>c ''>c v=said/VBD>^:* s=$speaker>v:nsubj ,>a a=%adding.VBG>v:advcl that/IN>d:mark d=$clause>a:ccomp .>v
    3 ``>c c=^$sentencelike>v:ccomp ,>c ''>c s=$speakerp>v:nsubj v=%tell.VBD>^:* h=$hearer>v:iobj ( $circumstance>v:* ) .>v
    3 s=$speakerp>v:nsubj v=$quotehead>^:* ( $circumstance>v:* ) :>c ``>c c=^$sentencelike>v:ccomp .>c ''>c
    2 s=$speakerp>v:nsubj v=$quotehead>^:* ,>c ``>c c=^$sentencelike>v:ccomp .>c ''>c
    2 s=$speakerp>v:nsubj v=$quotehead>^:* ( that/IN>c:mark ) ``>c c=$sentencelike>v:ccomp .>c ''>c
    2 ``>c c=^$sentencelike>v:ccomp ,>c ''>c s=$speakerp>v:nsubj v=said/VBD>^:* .>v ``>d d=^$sentencelike>v:parataxis .>d ''>d
    2 ``>c c=^$sentencelike>v:ccomp ,>c ''>c v=said/VBD>^:* s=$speaker>v:nsubj ,>d ``>d d=$sentencelike>v:parataxis .>d ''>d
    1 s=$speakerp>v:nsubj v=%tell.VBD>^:* h=$hearer>v:iobj :>c ``>c c=^$sentencelike>v:ccomp .>c ''>c
    1 ``>c c=^$sentencelike>^:* .>c ''>c
    parenthetical:
    4 $saidaside>^:*
    saidaside:
    4 n=$speaker>v:nsubj ,>r s=$pronoun>r:nsubj r=%parenthesis.VBD>v:parataxis ,>r v=$did>^:* .>v
    4 t=$thing>v:nsubj ,>r s=$speakerp>r:nsubj r=%parenthesis.VBD>v:parataxis ,>r v=$did>^:* .>v
    3 t=$thing>v:nsubj ,>r r=said/VBD>v:parataxis s=$speaker>r:nsubj ,>r v=$did>^:* .>v
    2 n=$speaker>v:nsubj ,>r s=$pronoun>r:nsubj r=%parenthesis.VBZ>v:parataxis ,>r %modal>v:aux v=%act.VB>^:* t=$thing>v:obj .>v
    3 the/DT>m:det m=%mischief>v:nsubj ,>r s=$speaker>r:nsubj r=%parenthesis.VBD>v:parataxis ,>r was/VBD>v:aux:pass v=%order.VBN>^:* by/IN>g:case g=$speaker>v:obl:agent .>v
    2 p=$crowd>v:nsubj:pass ,>r s=$speaker>r:nsubj r=%parenthesis.VBD>v:parataxis ,>r were/VBD>v:aux:pass v=%kill.VBN>^:* ( in/IN>o:case o=$onslaught>v:obl ) .>v
    2 the/DT>w:det w=%word>v:nsubj ,>d which/WDT>d:obj s=$single>d:nsubj d=%deny.VBZ>w:acl:relcl ,>w v=$did>^:* .>v
    2 the/DT>w:det w=%word>v:nsubj ,>d which/WDT>d:obj s=$speaker>d:nsubj d=%deny.VBD>w:acl:relcl ,>w was/VBD>v:cop v=%verdict>^:* .>v
    1 the/DT>w:det w=%words>v:nsubj ,>d which/WDT>d:obj s=$speaker>d:nsubj d=%deny.VBP>w:acl:relcl ,>w v=$did>^:* .>v
    1 the/DT>m:det m=%matter>v:nsubj ,>a t=according/VERB.VBG>a:case to/ADP.IN>t:fixed a=$speaker>v:obl ,>a v=$did>^:* .>v
    # A quotation in two parts.
    2 ``>c t=$thing>c:nsubj ,>r ''>r s=$speakerp>r:nsubj r=said/VBD>c:parataxis ,>r ``>c c=$did>^:* .>c ''>c
    according:
    3 a=according/VERB.VBG>n:case to/ADP.IN>a:fixed n=$speaker>c:obl ,>n c=$clause>^:*
    4 c=$clause>^:* ,>n a=according/VERB.VBG>n:case to/ADP.IN>a:fixed n=$speaker>c:obl
    2 c=$clause>^:* a=according/VERB.VBG>n:case to/ADP.IN>a:fixed n=$speaker>c:obl
    1 a=according/VERB.VBG>n:case to/ADP.IN>a:fixed n=$speaker>v:obl ,>n t=$thing>v:nsubj v=$did>^:*
    2 t=$thing>v:nsubj ,>n a=according/VERB.VBG>n:case to/ADP.IN>a:fixed n=$speaker>v:obl ,>n v=$did>^:*
    1 t=$crowd>v:nsubj:pass ,>n a=according/VERB.VBG>n:case to/ADP.IN>a:fixed n=$speaker>v:obl ,>n were/VBD>v:aux:pass v=%kill.VBN>^:* ( $where>v:obl )
    1 c=$event>^:* ,>v s=$speakerp>v:nsubj v=said/VBD>c:parataxis
    answered:
    3 s=$speakerp>v:nsubj v=%deny.VBD>^:* w=$charge>v:obj and/CC>y:cc y=accused/VBD>v:conj p=$party>y:obj of/IN>d:mark d=$deed>y:advcl
    2 s=$single>v:nsubj v=said/VBD>^:* c=$clause>v:ccomp and/CC>y:cc has/VBZ>y:aux y=%deny.VBN>v:conj w=$charge>y:obj
    2 s=$speakerp>v:nsubj v=said/VBD>^:* c=$clause>v:ccomp and/CC>y:cc y=%deny.VBD>v:conj w=$charge>y:obj
    2 s=$single>v:nsubj v=identified/VBD>^:* the/DT>t:det t=%actor>v:obj as/IN>n:case n=$bodyname>v:obl ,>y whose/WP$>r:nmod:poss r=%role>y:nsubj ,>m m=$fullname>r:appos ,>r y=%deny.VBD>n:acl:relcl w=$charge>y:obj
    2 s=$speakerp>v:nsubj will/MD>v:aux v=examine/VB>^:* w=%words>v:obj that/IN>c:mark c=$clause>w:acl
    2 s=$speakerp>v:nsubj neither/CC>v:cc:preconj v=confirmed/VBD>^:* nor/CC>w:cc w=denied/VBD>v:conj d=$deed>w:xcomp
    1 s=$speakerp>v:nsubj neither/CC>v:cc:preconj v=confirmed/VBD>^:* nor/CC>w:cc w=denied/VBD>v:conj o=$charge>w:obj
    2 w=%words>v:nsubj that/IN>c:mark c=$clause>w:acl were/VBD>v:cop v=%verdict>^:*
    2 the/DT>w:det w=%word>v:nsubj that/IN>c:mark c=$clause>w:acl was/VBD>v:cop ( a/DT>v:det ) v=%verdictn>^:*
    3 the/DT>w:det w=%word>v:nsubj:pass that/IN>c:mark c=$clause>w:acl was/VBD>v:aux:pass v=%deny.VBN>^:* by/IN>s:case s=$speaker>v:obl:agent
    2 w=%words>v:nsubj:pass that/IN>c:mark c=$clause>w:acl were/VBD>v:aux:pass v=%deny.VBN>^:* by/IN>s:case s=$speaker>v:obl:agent
    3 s=$speakerp>v:nsubj v=denied/VBD>^:* any/DT>p:det p=%matter>v:obj in/IN>m:case the/DT>m:det m=%mischief>p:nmod
    2 s=$speakerp>v:nsubj v=denied/VBD>^:* any/DT>p:det p=knowledge/NN>v:obj of/IN>m:case the/DT>m:det m=%mischief>p:nmod
    2 s=$speakerp>v:nsubj v=denied/VBD>^:* that/IN>c:mark c=$clause>v:ccomp and/CC>y:cc y=%accuse.VBD>v:conj p=$party>y:obj of/IN>d:mark d=$deed>y:advcl
    2 s=$speakerp>v:nsubj v=denied/VBD>^:* that/IN>c:mark c=$clause>v:ccomp and/CC>y:cc y=%deny.VBD>v:conj w=$charge>y:obj
    2 s=$speakerp>v:nsubj ( $when>v:* ) v=%deny.VBD>^:* l=$name>w:nmod:poss 's/POS>l:case w=%word>v:obj that/IN>c:mark c=$clause>w:acl
    5 s=$speakerp>v:nsubj ( %how>v:advmod ) v=%deny.VBD>^:* w=$charge>v:obj ( $circumstance>v:* )
    3 s=$single>v:nsubj has/VBZ>v:aux ( %how>v:advmod ) v=%deny.VBN>^:* w=$charge>v:obj
    1 s=$plural>v:nsubj have/VBP>v:aux ( %how>v:advmod ) v=%deny.VBN>^:* w=$charge>v:obj
    1 s=$plural>v:nsubj v=%deny.VBP>^:* w=$charge>v:obj
    4 s=$speakerp>v:nsubj ( $when>v:* ) v=%deny.VBD>^:* w=$charge>v:obj
    2 s=$single>v:nsubj v=%deny.VBZ>^:* w=$charge>v:obj
    4 s=$speakerp>v:nsubj ( %how>v:advmod ) v=denied/VBD>^:* d=$deed>v:xcomp
    2 s=$single>v:nsubj v=denies/VBZ>^:* d=$deed>v:xcomp
    2 s=$single>v:nsubj has/VBZ>v:aux v=denied/VBN>^:* d=$deed>v:xcomp
    3 s=$speakerp>v:nsubj v=%deny.VBD>^:* w=$charge>v:obj ,>a a=%adding.VBG>v:advcl ( that/IN>c:mark ) c=$clause>a:ccomp
    2 s=$speakerp>v:nsubj v=denied/VBD>^:* w=$charge>v:obj and/CC>y:cc y=said/VBD>v:conj ( that/IN>c:mark ) c=$clause>y:ccomp
    1 w=$charge>v:nsubj:pass was/VBD>v:aux:pass v=%deny.VBN>^:* by/IN>s:case s=$speaker>v:obl:agent
    1 s=$speaker>v:nsubj ,>a a=accused/VBN>s:acl of/IN>d:mark d=$deed>a:advcl ,>s v=denied/VBD>^:* the/DT>w:det w=%words>v:obj
    1 s=$speakerp>v:nsubj v=%accept.VBD>^:* r=responsibility/NN>v:obj for/IN>m:case the/DT>m:det m=%mischief>r:nmod
    1 s=$institution>v:nsubj has/VBZ>v:aux v=claimed/VBN>^:* r=responsibility/NN>v:obj for/IN>m:case the/DT>m:det m=%mischief>r:nmod
    1 s=$speakerp>v:nsubj v=declined/VBD>^:* to/TO>c:mark c=comment/VB>v:xcomp ( on/IN>w:case w=$charge>c:obl )
    described:
    2 s=$speakerp>v:nsubj v=%call.VBD>^:* w=$charge>v:obj a/DT>n:det n=%heap>v:xcomp of/IN>l:case l=%lie>n:nmod
    1 s=$speakerp>v:nsubj v=%dismiss.VBD>^:* w=$charge>v:obj as/IN>n:case a/DT>n:det n=%heap>v:obl of/IN>l:case l=%lie>n:nmod
    2 s=$speakerp>v:nsubj v=%deny.VBD>^:* w=$charge>v:obj ,>a a=calling/VBG>v:advcl it/PRP>a:obj n=%verdict>a:xcomp
    1 s=$speakerp>v:nsubj v=%deny.VBD>^:* w=$charge>v:obj ,>a a=calling/VBG>v:advcl it/PRP>a:obj ``>n a/DT>n:det n=%verdictn>a:xcomp ''>n
    1 s=$speakerp>v:nsubj v=%deny.VBD>^:* the/DT>w:det w=%word>v:obj ,>r which/WDT>r:nsubj r=%do.VBD>w:acl:relcl o=$object>r:obj ,>a a=calling/VBG>v:advcl it/PRP>a:obj n=%verdict>a:xcomp
    2 s=$speakerp>v:nsubj v=%call.VBD>^:* w=$charge>v:obj n=%verdictn>v:xcomp
    2 s=$speakerp>v:nsubj v=%call.VBD>^:* the/DT>w:det w=%words>v:obj m=made/VBN>w:acl by/IN>b:case b=$party>m:obl:agent n=%verdict>v:xcomp
    2 s=$speakerp>v:nsubj v=%dismiss.VBD>^:* that/DT>v:obj as/IN>n:case ``>n the/DT>n:det last/JJ>n:amod n=%verdictn>v:obl ''>n
    2 the/DT>w:det w=%word>v:nsubj:pass was/VBD>v:aux:pass v=%dismiss.VBN>^:* as/IN>n:case ``>n n=%verdict>v:obl ''>n by/IN>s:case s=$speaker>v:obl:agent
    2 s=$speakerp>v:nsubj v=said/VBD>^:* w=%words>n:nsubj that/IN>c:mark c=$clause>w:acl were/VBD>n:cop ``>n n=%verdict>v:ccomp ''>n
    2 s=$speakerp>v:nsubj v=said/VBD>^:* c=$clause>v:ccomp ,>g a/DT>g:det g=%answer>c:parataxis t=$single>r:nsubj r=%deny.VBZ>g:acl:relcl
    2 s=$speakerp>v:nsubj v=said/VBD>^:* c=$clause>v:ccomp ,>g a/DT>g:det g=%answer>c:parataxis t=$speaker>r:nsubj r=%deny.VBD>g:acl:relcl
    2 s=$speakerp>v:nsubj v=said/VBD>^:* c=$clause>v:ccomp ,>g a/DT>g:det g=%answer>c:parataxis that/WDT>r:obj t=$speaker>r:nsubj r=%deny.VBD>g:acl:relcl
    2 s=$speakerp>v:nsubj v=said/VBD>^:* c=$clause>v:ccomp ,>g a/DT>g:det g=%answer>c:parataxis r=%deny.VBN>g:acl by/IN>t:case t=$speaker>r:obl:agent
    1 s=$speakerp>v:nsubj v=said/VBD>^:* c=$clause>v:ccomp ,>g a/DT>g:det g=%answer>c:parataxis t=$speaker>r:nsubj r=%dismiss.VBD>g:acl:relcl as/IN>n:case a/DT>n:det n=%verdictn>r:obl
    1 s=$speakerp>v:nsubj v=said/VBD>^:* c=$clause>v:ccomp ,>g g=something/PRON.NN>c:parataxis t=$speaker>r:nsubj ( %how>r:advmod ) r=%deny.VBD>g:acl:relcl
    1 c=$clause>^:* –/PUNCT.:>g g=something/PRON.NN>c:parataxis t=$speaker>r:nsubj r=%deny.VBD>g:acl:relcl
    1 s=$speakerp>v:nsubj v=%dismiss.VBD>^:* w=$charge>v:obj as/IN>n:case the/DT>n:det n=%word>v:obl of/IN>p:case p=$party>n:nmod
    2 s=$speakerp>v:nsubj v=%dismiss.VBD>^:* w=$charge>v:obj as/IN>n:case an/DT>n:det n=attempt/NN>v:obl i=$infinitive>n:acl
    4 s=$speakerp>v:nsubj v=%dismiss.VBD>^:* w=$charge>v:obj as/IN>n:case ``>n ( a/DT>n:det ) n=%verdictn>v:obl ''>n
    2 s=$speakerp>v:nsubj v=%dismiss.VBD>^:* w=$charge>v:obj as/IN>n:case a/DT>n:det ( %verdict>n:amod ) n=%verdictn>v:obl
    3 s=$speakerp>v:nsubj v=%dismiss.VBD>^:* w=$charge>v:obj as/IN>n:case ``>n n=%verdict>v:obl ''>n
    2 s=$speakerp>v:nsubj v=%dismiss.VBD>^:* w=$charge>v:obj as/IN>n:case n=%verdict>v:obl
    2 s=$speakerp>v:nsubj v=%dismiss.VBD>^:* as/IN>n:case ``>n n=%verdict>v:obl ''>n w=$charge>v:obj
    2 s=$speakerp>v:nsubj v=%dismiss.VBD>^:* as/IN>n:case ``>n a/DT>n:det n=%verdictn>v:obl ''>n w=$charge>v:obj
    1 w=$charge>v:nsubj:pass was/VBD>v:aux:pass v=%dismiss.VBN>^:* as/IN>n:case n=%verdict>v:obl by/IN>s:case s=$speaker>v:obl:agent
    3 s=$speakerp>v:nsubj v=%call.VBD>^:* w=$charge>v:obj ``>n n=%verdict>v:xcomp ''>n
    2 s=$speakerp>v:nsubj v=%call.VBD>^:* w=$charge>v:obj ``>n a/DT>n:det n=%verdictn>v:xcomp ''>n
    1 s=$single>v:nsubj v=%call.VBZ>^:* p=$party>v:obj a/DT>n:det n=%role>v:xcomp
    accused:
    2 p=$single>v:nsubj:pass is/VBZ>v:aux:pass v=accused/VBN>^:* by/IN>s:case s=$speaker>v:obl:agent of/IN>d:mark d=$deed>v:advcl
    2 p=$single>v:nsubj:pass was/VBD>v:aux:pass v=accused/VBN>^:* by/IN>s:case s=$speaker>v:obl:agent of/IN>d:mark d=$deed>v:advcl
    1 p=$single>v:nsubj:pass was/VBD>v:aux:pass v=acquitted/VBN>^:* of/IN>d:mark d=$deed>v:advcl
    2 s=$speakerp>v:nsubj v=%deny.VBD>^:* w=%mischiefs>v:obj b=blamed/VBN>w:acl on/IN>p:case p=$institution>b:obl
    1 s=$bodied>v:nsubj ,>o in/IN>o:case a/DT>o:det o=%outfit>v:obl p=published/VBN>o:acl on/IN>d:case d=%day>p:obl ,>o v=%accuse.VBD>^:* t=$party>v:obj of/IN>e:mark e=$deed>v:advcl
    5 s=$speakerp>v:nsubj v=%accuse.VBD>^:* p=$party>v:obj of/IN>d:mark d=$deed>v:advcl ( $circumstance>v:* )
    2 s=$single>v:nsubj has/VBZ>v:aux v=accused/VBN>^:* p=$party>v:obj of/IN>d:mark d=$deed>v:advcl
    2 s=$speakerp>v:nsubj ( $when>v:* ) v=%accuse.VBD>^:* p=$party>v:obj of/IN>c:case c=%crime>v:obl
    2 s=$single>v:nsubj v=%accuse.VBZ>^:* p=$party>v:obj of/IN>d:mark d=$deed>v:advcl
    3 s=$speakerp>v:nsubj v=%blame.VBD>^:* p=$party>v:obj for/IN>m:case the/DT>m:det m=%mischief>v:obl
    2 s=$speakerp>v:nsubj v=%blame.VBD>^:* p=$party>v:obj for/IN>d:mark d=$deed>v:advcl
    1 s=$speakerp>v:nsubj v=blamed/VBD>^:* the/DT>m:det m=%mischief>v:obj on/IN>p:case p=$party>v:obl
    2 p=$single>v:nsubj:pass was/VBD>v:aux:pass v=%accuse.VBN>^:* of/IN>d:mark d=$deed>v:advcl
    1 p=$single>v:nsubj:pass has/VBZ>v:aux been/VBN>v:aux:pass v=accused/VBN>^:* by/IN>s:case s=$speaker>v:obl:agent of/IN>d:mark d=$deed>v:advcl
    1 s=$speakerp>v:nsubj v=charged/VBD>^:* p=$party>v:obj with/IN>c:case c=%crime>v:obl
    3 s=$speakerp>v:nsubj v=%urge.VBD>^:* p=$party>v:iobj i=$intent>v:xcomp
    2 s=$speakerp>v:nsubj v=%instruct.VBD>^:* p=$party>v:obj i=$intent>v:xcomp
    2 s=$speakerp>v:nsubj v=called/VBD>^:* on/IN>p:case p=$party>v:obl i=$intent>v:xcomp
    1 s=$speakerp>v:nsubj v=called/VBD>^:* for/IN>m:case an/DT>m:det m=investigation/NN>v:obl into/IN>o:case o=$onslaught>m:nmod
    2 s=$speakerp>v:nsubj v=accused/VBD>^:* p=$party>v:obj of/IN>d:mark d=$deed>v:advcl ,>a a=%adding.VBG>v:advcl c=$clause>a:ccomp
    1 s=$speakerp>v:nsubj v=%urge.VBD>^:* p=$party>v:iobj not/PART.RB>i:advmod to/TO>i:mark i=%act.VB>v:xcomp the/DT>m:det m=%matter>i:obj
    relayed:
    3 s=$outlet>v:nsubj v=%say.VBD>^:* ( $when>v:* ) ( that/IN>c:mark ) c=$clause>v:ccomp ,>a a=%cite.VBG>v:advcl o=$speaker>a:obj
    2 o=$outlet>v:nsubj ,>a a=%cite.VBG>o:acl s=$speaker>a:obj ,>o v=%say.VBD>^:* ( that/IN>c:mark ) c=$clause>v:ccomp
    3 o=$outlet>v:nsubj v=quoted/VBD>^:* s=$speaker>v:obj as/IN>a:mark a=saying/VBG>v:advcl ( that/IN>c:mark ) c=$clause>a:ccomp
    2 s=$single>v:nsubj:pass was/VBD>v:aux:pass v=quoted/VBN>^:* ( by/IN>o:case o=$outlet>v:obl:agent ) as/IN>a:mark a=saying/VBG>v:advcl ( that/IN>c:mark ) c=$clause>a:ccomp
    1 ``>c c=^$sentencelike>v:ccomp ,>c ''>c o=$outlet>v:nsubj v=quoted/VBD>^:* s=$speaker>v:obj as/IN>a:mark a=saying/VBG>v:advcl
    1 s=$single>v:nsubj was/VBD>v:aux:pass v=reported/VBN>^:* to/TO>d:mark have/VB>d:aux d=%order.VBN>v:xcomp the/DT>m:det m=%mischief>d:obj
    3 c=$clause>v:ccomp ,>c o=$outlet>v:nsubj v=reported/VBD>^:* ( $when>v:* ) ( ,>a a=%cite.VBG>v:advcl s=$speaker>a:obj )
    2 s=$single>v:nsubj:pass was/VBD>v:aux:pass v=said/VBN>^:* to/TO>d:mark have/VB>d:aux d=%order.VBN>v:xcomp the/DT>m:det m=%mischief>d:obj
    1 s=$single>v:nsubj:pass is/VBZ>v:aux:pass v=alleged/VBN>^:* to/TO>d:mark have/VB>d:aux d=%wreck.VBN>v:xcomp b=$site>d:obj
    1 w=$charge>v:nsubj v=came/VBD>^:* $when>v:* a=$adverbial>v:advcl
    1 w=$charge>v:nsubj v=$did>^:*
    incident:
    5 $event>^:*
    1 $where>e:obl ,>e e=$event>^:*
    2 c=$clausal>^:* ,>a a=$adverbial>c:advcl
    1 a=$adverbial>c:advcl ,>a c=$clausal>^:*
    coordinated:
    3 s=$speakerp>v:nsubj v=%say.VBD>^:* c=$event>v:ccomp ,>w but/CC>w:cc t=$speaker>w:nsubj w=%deny.VBD>v:conj q=$charge>w:obj
    2 s=$speakerp>v:nsubj v=%deny.VBD>^:* q=$charge>v:obj ,>w while/IN>w:mark t=$speaker>w:nsubj w=%say.VBD>v:advcl ( that/IN>c:mark ) c=$clause>w:ccomp
    2 s=$speakerp>v:nsubj v=%say.VBD>^:* c=$event>v:ccomp ;>w t=$speaker>w:nsubj w=%state.VBD>v:parataxis ( that/IN>d:mark ) d=$clause>w:ccomp
    1 s=$speakerp>v:nsubj v=%accuse.VBD>^:* p=$party>v:obj of/IN>d:mark d=$deed>v:advcl and/CC>w:cc w=%say.VBD>v:conj ( that/IN>c:mark ) c=$clause>w:ccomp

    # Headlines: no articles, present for past, no verb of being.
    hactor:
    2 %last>^:*
    2 %speaker>^:*
    2 %role>^:*
    1 %field>m:compound m=Ministry/NNP>^:*
    1 %people>r:amod r=%role>^:*
    2 %country>^:*
    1 %acronym>^:*
    1 police/NNS>^:*
    1 %people>b:amod b=%body>^:*
    1 ex-minister/NN>^:*
    hactors:
    1 %speakers>^:*
    1 police/NNS>^:*
    1 %gunmen>^:*
    hobject:
    2 %matter>w:compound w=%word>^:*
    2 %crime>w:compound w=%word>^:*
    2 %mischief>w:compound w=%words>^:*
    1 w=%words>^:* of/IN>m:case m=%crime>w:nmod
    1 %matter>^:*
    1 %mischief>^:*
    headline:
    3 s=^$hactor>v:nsubj v=%deny.VBZ>^:* o=$hobject>v:obj
    3 s=^$hactor>v:nsubj v=denies/VBZ>^:* d=%order.VBG>v:xcomp m=%mischief>d:obj
    2 s=^$hactor>v:nsubj v=denies/VBZ>^:* d=%order.VBG>v:xcomp m=%mischief>d:obj :>r r=%outfit>v:parataxis
    2 s=^$hactor>v:nsubj v=%deny.VBZ>^:* o=$hobject>v:obj :>r r=%outfit>v:parataxis
    2 s=^$hactor>v:nsubj v=%accuse.VBZ>^:* p=%country>v:obj of/IN>d:mark d=%kill.VBG>v:advcl q=%persons>d:obj
    2 n=%cd>v:nsubj:pass v=killed/VBN>^:* in/IN>m:case %place>m:compound m=%mischief>v:obl :>r r=%speakers>v:parataxis
    1 n=%cd>v:nsubj:pass v=%kill.VBN>^:* ,>w o=%cd>w:nsubj:pass w=wounded/VBN>v:conj in/IN>m:case m=%mischief>v:obl
    1 n=%cd>p:nummod p=%persons>v:nsubj:pass v=%kill.VBN>^:* near/IN>l:case l=%place>v:obl ,>y y=say/VBP>v:parataxis s=%speakers>y:nsubj
    1 s=^$hactor>v:nsubj v=says/VBZ>^:* c=$event>v:ccomp
    1 s=^$hactors>v:nsubj v=say/VBP>^:* c=$event>v:ccomp
    1 s=^$hactor>v:nsubj v=%act.VBZ>^:* o=$hobject>v:obj
    1 s=^$hactor>v:nsubj v=%vow.VBZ>^:* to/TO>x:mark x=%act.VB>v:xcomp o=%matter>x:obj
    1 b=%building>v:nsubj:pass v=%wreck.VBN>^:* in/IN>p:case p=%place>v:obl :>r r=%agency>v:parataxis
    1 s=^$hactors>v:nsubj v=%kill.VBP>^:* c=%cd>v:obj in/IN>p:case p=%place>v:obl
    1 s=^$hactor>v:nsubj v=%dismiss.VBZ>^:* o=$hobject>v:obj as/IN>n:case ``>n n=%verdict>v:obl ''>n
    dateline:
    1 p=%place>^:root LRB>a a=%agency>p:list RRB>a --/PUNCT.:>s s=^$event>p:parataxis .>p
    1 p=%place>^:root LRB>a a=%agency>p:list RRB>a –/PUNCT.:>s s=^$told>p:parataxis .>p
    """#
}
