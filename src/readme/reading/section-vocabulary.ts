/** The words of headings, in English and in French, and what each says that a section holds. */

export type SectionKind =
  | 'technologies'
  | 'concepts'
  | 'practices'
  | 'takeaways'
  | 'learnings'
  | 'challenges'
  | 'solutions'
  | 'collaboration'
  | 'goals'
  | 'resources'
  | 'objective'
  | 'overview'
  | 'repository'
  | 'project'
  | 'programme'
  | 'brief'
  | 'prose'
  | 'manual'
  | 'structure'
  | 'author'
  | 'contact'
  | 'contents'
  | 'licence'
  | 'acknowledgements'
  | 'badges';

/**
 * Stems by kind and weight; a stem matches the beginning of a word, one with `$` the whole word, one with `-` several
 * words in a row. Of kinds that weigh the same the first wins.
 */
export const vocabulary: readonly [SectionKind, number, string][] = [
  ['contents', 4, 'table-of-content contents$ toc$ sommaire table-des-matieres quick-navigation'],
  ['licence', 4, 'licen copyright'],
  ['acknowledgements', 3, 'acknowledg thank$ thanks$ remerci gratitude special-thank'],
  ['acknowledgements', 2, 'credit credits$'],
  [
    'programme',
    4,
    'program-overview programme-overview overview-of-the-pro about-the-program presentation-du-programme',
  ],
  [
    'goals',
    4,
    'future-goal learning-goal personal-goal career-goal my-goal next-goal certification-goal growth-goal long-term-goal short-term-goal ongoing-goal goals-ahead learning-roadmap',
  ],
  ['author', 4, 'about-me about-the-author who-am-i a-propos-de-moi about-the-dev'],
  ['contact', 4, 'stay-in-touch get-in-touch keep-in-touch connect-with contact-me'],
  ['learnings', 4, 'lesson-learned-and-takeaway'],
  [
    'prose',
    4,
    'known-issue known-bug known-limitation problem-statement solution-architecture solution-overview proposed-solution',
  ],
  [
    'challenges',
    3.5,
    'challeng defis$ defi$ hurdle obstacle difficult struggle roadblock blocker setback pitfall',
  ],
  [
    'challenges',
    2.5,
    'problem issue bug$ bugs$ probleme debugging-stor war-stor battle pain$ pains$ pain-point headache nightmare gotcha stumbling trouble$ troubles$ what-went-wrong were-hard was-hard hardest hardest-part hardest-thing hardest-bit tough$ toughest hard-part hard-thing tricky-part tricky-thing',
  ],
  [
    'challenges',
    2.5,
    'got-stuck stuck-on didn-t-go-well did-not-go-well was-stuck were-stuck tripped-me tripped-us that-broke what-broke sticking-point growing-pain complication bumps$ trials$ debugging-diar debugging-journ debugging-adventure embuche ecueil blocage',
  ],
  [
    'challenges',
    1,
    'error debug erreur hard$ tough difficult mountain climb fight fought battle galere pain mess mistake fail struggl tripped bump trial war$ storm wall$ walls$ monster dragon villain',
  ],
  [
    'solutions',
    2.5,
    'solution resolution fix$ fixes$ workaround how-i-solved how-we-solved how-i-fixed how-i-overcame how-we-overcame how-i-handled how-i-tackled how-i-addressed how-i-resolved resolu correctif',
  ],
  [
    'manual',
    4,
    'getting-start local-dev quick-start how-to-use how-to-run how-to-contrib how-to-push how-to-clone',
  ],
  [
    'manual',
    4,
    'project-setup setup-instruction set-up-instruction environment-variable environment-setup run-local',
  ],
  ['manual', 3, 'troubleshoot install prerequi demarr mise-en-route'],
  [
    'manual',
    2,
    'setup usage utilisation endpoint command script quickstart running contributing contribut$ docker-setup',
  ],
  ['manual', 1.5, 'run$ configur clone$ api-doc api-usage deployment-setup'],
  ['manual', 1, 'deploy environment test$ testing$ tests$'],
  [
    'structure',
    3,
    'repository-structure project-structure folder-structure file-structure directory-structure',
  ],
  ['structure', 2, 'arborescence structure$ folders$ directory'],
  ['structure', 1.5, 'layout tree$ structure-du'],
  [
    'repository',
    2.2,
    'repository$ repo$ depot$ github-repo github-link repo-link repository-link source-code',
  ],
  ['practices', 2.4, 'habit habitude best-practice practice$ practices$ pratique'],
  ['practices', 2.4, 'do-s$ dos$ don-t-s$ don-ts$ donts$ golden-rule'],
  [
    'practices',
    2.4,
    'tips-for rule-of-thumb rules-of-thumb ground-rule guiding-principle principles-i-follow principles-i-live principles-i-work principles-i-stick rules-i working-agreement non-negotiable tips-and-trick tips-trick recommended-approach coding-guideline development-guideline guidelines-i conventions-i regle-d-or regles-d-or',
  ],
  ['practices', 1.5, 'standard code-quality clean-code qualite-du-code'],
  ['practices', 1, 'convention guideline security securite quality qualite'],
  [
    'takeaways',
    2.2,
    'takeaway take-away$ take-aways insight wisdom lesson lecon reflection reflexion enseignement retenir retenu retiens aha-moment',
  ],
  [
    'takeaways',
    2.2,
    'points-cles a-retenir what-i-would-tell what-i-d-tell advice conseil personal-growth growth$',
  ],
  [
    'takeaways',
    2.2,
    'tell-my past-self younger-self take-with take-home note-to-self notes-to-self wish-i wished-i stuck-with-me stayed-with-me taught-me taught-us personal-note looking-back do-differently do-better',
  ],
  ['takeaways', 1, 'integration integrations$'],
  [
    'technologies',
    2.3,
    'technolog tech$ techs$ stack$ stacks$ tool tooling outil librar bibliotheq built-with software-used what-i-used what-i-worked-with',
  ],
  ['technologies', 1.8, 'framework'],
  ['technologies', 1.6, 'language langage techno$ technos$ platform-used'],
  ['concepts', 2.2, 'concept notion pattern knowledge-area essential-knowledge core-knowledge'],
  ['concepts', 1.6, 'fundamental fondament topic theor idea ideas$ idee'],
  [
    'concepts',
    1.6,
    'core-foundation backend-foundation frontend-foundation subjects-covered building-block mental-model core-competenc know-how things-i-understand what-i-understood what-i-understand backend-principle frontend-principle core-principle key-principle main-principle engineering-principle principles-i grands-principe',
  ],
  ['concepts', 1, 'principle principe architecture system-design'],
  [
    'collaboration',
    2.2,
    'collabor teamwork team-work travail-d-equipe travail-en-equipe pair-programming working-together working-with-other who-i-worked',
  ],
  ['collaboration', 1.6, 'peer equipe communication-channel communaut community$ team$ partnership'],
  [
    'goals',
    2.1,
    'future futur upcoming roadmap avenir prochain perspective aspiration next-step what-s-next',
  ],
  [
    'goals',
    1.8,
    'from-here where-i-m-going what-comes-next what-comes-after enhancement improvement ameliorat looking-ahead looking-forward going-forward moving-forward road-ahead feuille-de-route',
  ],
  [
    'goals',
    2.1,
    'where-i-m-head where-i-am-head where-we-re-head still-to-explore still-to-learn want-to-learn plan-to-learn learning-list continued-learning ambition thing-to-improve things-to-improve coming-soon todo$ to-do$ to-dos$ plans$ beyond-prodev beyond-alx la-suite$ et-apres$',
  ],
  ['learnings', 1.6, 'learning learn$ learned learnt apprentissage acquis appris skill competence knowledge'],
  ['resources', 2, 'resource ressource further-reading useful-link liens-utiles'],
  ['resources', 1.5, 'reference reading links$ liens$ documentation-link'],
  ['objective', 1.9, 'objective objectif goal purpose mission aim$ vision$ but$'],
  ['objective', 1.5, 'why$ pourquoi'],
  ['project', 2, 'capstone case-study etude-de-cas projet-final'],
  [
    'overview',
    2,
    'overview introduction$ summary apercu vue-d-ensemble about-this about-the about$ tldr tl-dr',
  ],
  ['overview', 1.5, 'description presentation contexte context$ background resume$ welcome introduction'],
  ['programme', 2, 'curriculum bootcamp core-focus focus-area key-focus areas-of-focus'],
  ['brief', 2, 'checklist submission evaluation deliverable acceptance action-plan'],
  ['programme', 1.5, 'program$ programs$ programme formation course cohort tip$ tips$ need-assist'],
  ['brief', 1.5, 'requirement assignment'],
  ['author', 2, 'author auteur maintainer mainteneur contributor contributeur mentor$'],
  ['contact', 2, 'contact connect$ support$ help$ get-help follow-me socials$'],
  [
    'prose',
    2,
    'conclusion achievement accomplish realisation final-word final-thought closing feature fonctionnalit',
  ],
  [
    'prose',
    2,
    'user-stor demo$ screenshot capture highlight benefit milestone implementation snippet code-example',
  ],
  ['prose', 1.5, 'example usage-example portfolio schema changelog update status statut star-history'],
  ['project', 1.5, 'project$ projects$ projet projets$ application$'],
  ['badges', 2, 'badge'],
  ['goals', 1.5, 'next$'],
  [
    'goals',
    3,
    'tomorrow$ demain$ action-item continue-learning areas-to-improve next-week plan-for-next plans-for-next want-to-explore',
  ],
  // Portuguese, Spanish, Swahili, Arabic and Amharic, by their commonest words.
  [
    'challenges',
    3,
    'desafio dificuldade obstaculo reto$ retos$ dificultad problema changamoto تحدي تحديات التحدي الصعوبات المشاكل ተግዳሮ ችግር ችግሮ ፈተናዎች',
  ],
  ['solutions', 2.5, 'soluc soluco resoluc suluhisho الحل حلول መፍትሔ መፍትሄ'],
  [
    'technologies',
    2.3,
    'tecnolog ferrament herramient lenguaj linguagen teknolojia zana$ تقنيات التقنيات الادوات ادوات ቴክኖሎጂ መሳሪያ',
  ],
  ['concepts', 2.2, 'conceito dhana المفاهيم مفاهيم ጽንሰ'],
  ['concepts', 2.1, 'concepto'],
  ['practices', 2.6, 'boas-pratica buenas-practica boa-pratica mazoea افضل-الممارسات الممارسات ምርጥ-ልም ጥሩ-ልም'],
  [
    'takeaways',
    2.2,
    'o-que-levo lo-que-me-llevo aprendizado aprendizaje licao licoes leccion mafunzo masomo-niliyo الدروس دروس ትምህርት የተማር',
  ],
  ['learnings', 2, 'aprendi$ o-que-aprendi lo-que-aprendi nilichojifunza ما-تعلمت'],
  [
    'goals',
    2.1,
    'proximo proxima siguiente metas$ objetivos-futuro malengo hatua-zinazofuata الخطوات-القادم الخطوات-التالي الاهداف ቀጣይ ዓላማ እቅድ',
  ],
  ['collaboration', 2.2, 'colabora trabajo-en-equipo trabalho-em-equip ushirikiano التعاون ትብብር'],
  ['resources', 2, 'recurso referencia rasilimali المراجع المصادر ማጣቀሻ'],
  ['manual', 2, 'instalac instalaca como-executar como-rodar como-usar ejecut التثبيت التشغيل ጭነት'],
  ['overview', 2, 'visao-geral descric descripcion sobre-o sobre-el muhtasari نظرة-عامة نبذة ስለ-ፕሮጀክት መግቢያ'],
  ['author', 2, 'autor$ autora$ المؤلف ደራሲ'],
  ['contact', 2, 'contato contacto mawasiliano التواصل اتصل ግንኙነት'],
  ['acknowledgements', 2, 'agradecim shukrani شكر ምስጋና'],
];

/** Words that say nothing of what a section holds. */
export const neutral: ReadonlySet<string> = new Set(
  `a an the of and or in on for to with by from my our your i we you it this that these is are was were as at how what
  key major main core advanced foundational comprehensive technical general additional overall excellence mastery practiced important essential personal real world covered used faced encountered implemented gained adopted
  applied followed backend frontend back front end fullstack full stack web mobile software engineering engineer
  development developer dev alx prodev nexus top some other more vs versus will would can could do did does has have had be been me us along through throughout during journey
  le la les un une des de du d l et ou en dans pour avec mes mon ma notre nos j ai utilise utilises utilisees rencontres
  rencontrees ran into hit met
  o os as e y em no na dos das com que enfrentado enfrentados enfrentadas encontrado encontrados importante importantes
  el los las del mis meus minhas وال في من و እና ያጋጠሙ ዋና principaux principales principal cles cle deep dive high level taken explored mastered`.split(
    /\s+/,
  ),
);
