/** The words that labels are made of, in the languages learners write in, and what each says of the text behind it. */

/** What the text behind a label is of a pair. */
export type PairRole = 'problem' | 'detail' | 'solution' | 'extra';

/** Words without accents, in small letters. Of two roles in one label the first word decides. */
const wordsByRole: Record<PairRole, string> = {
  problem: `challenge challenges problem problems issue issues difficulty difficulties obstacle obstacles hurdle hurdles
    struggle struggles struggled galere galeres roadblock roadblocks bottleneck bottlenecks complication complications setback setbacks pitfall
    pitfalls bug bugs error errors symptom symptoms blocker blockers barrier barriers trouble troubles pain stumbling
    dilemma failure failures mistake mistakes situation scenario
    defi defis probleme problemes difficulte difficultes blocage blocages erreur erreurs souci soucis
    desafio desafios problema problemas dificuldade dificuldades obstaculo obstaculos erro erros reto retos dificultad
    dificultades herausforderung herausforderungen
    changamoto tatizo matatizo imbogamizi
    تحدي تحد التحدي تحديات التحديات مشكله مشكلة المشكله المشكلة مشاكل المشاكل صعوبات الصعوبات عقبات العقبات
    ችግር ችግሩ ችግሮች ተግዳሮት ተግዳሮቶች ፈተና ፈተናዎች`,
  solution: `solution solutions fix fixes fixed resolution resolutions resolved resolve resolving solved solve solving overcome overcoming fixing workaround workarounds remedy
    remedies mitigation mitigations approach approaches strategy strategies action actions countermeasure countermeasures
    breakthrough breakthroughs overcame response handled addressed correction corrections
    solucao solucoes solucion soluciones resolucao abordagem correcao correctif correctifs reponse reponses losung losungen
    suluhisho ufumbuzi igisubizo ibisubizo
    حل الحل حلول الحلول المعالجه المعالجة
    መፍትሔ መፍትሄ መፍትሔው መፍትሄው መፍትሔዎች መፍትሄዎች`,
  detail: `cause causes root context contexte contexto description detail details background why log logs causa racine
    descricao السبب ምክንያት`,
  extra: `outcome outcomes result results resultat resultats resultado resultados lesson lessons lecon lecons licao licoes
    learned learnt learning learnings takeaway takeaways tool tools technology technologies architecture implementation
    measure measures alternative alternatives advanced benefit benefits advantage advantages code example prevention
    impact apprise apprises الدرس النتيجه النتيجة ውጤት ትምህርት`,
};

/** Words that may stand beside those and say nothing themselves. */
const beside = new Set(
  `the my our key main technical biggest core initial final proposed faced encountered statement adopted implemented
  applied found used taken i we with and by point points block blocks step steps way out to of it this that them for it
  le la les l mon ma notre nos rencontre rencontree rencontres rencontrees apporte apportee apportees adoptee adoptees
  proposee proposees appliquee trouvee retenue retenues mise en oeuvre place
  o a os as meu minha nosso el los las mi encontrado encontrada encontrados`.split(/\s+/),
);

const roleByWord = new Map(
  (Object.keys(wordsByRole) as PairRole[]).flatMap((role) =>
    wordsByRole[role]
      .split(/\s+/)
      .map((word) => [word.normalize('NFKD').replace(/\p{M}/gu, ''), role] as const),
  ),
);

const solving = String.raw`(?:solv|debloqu|decoinc|fix|handl|overc[ao]m|resolv|address|tackl|approach|deal|dealt|did|manag|g[eo]t (?:past|around|out|over|through|by|rid|un(?:blocked|stuck))|beat|conquer|unblock|unstuck|cop[ei]|navigat|super|enfrent|work|went about|resolu|surmont|corrig|contourn|regl|ger|trait)\p{L}*`;
const phrases: readonly [PairRole, RegExp][] = [
  [
    'solution',
    new RegExp(String.raw`^(?:how|comment|como) (?:\p{L}+ ){0,5}?${solving}(?: \p{L}+){0,4}$`, 'u'),
  ],
  [
    'solution',
    new RegExp(
      String.raw`^what (?:i|we) (?!work\p{L}* with)(?:${solving}|changed|built)(?: \p{L}+){0,4}$`,
      'u',
    ),
  ],
  ['solution', /^what (?:i|we) (?:then |finally )?did(?: about \p{L}+| instead| next| differently)?$/u],
  [
    'solution',
    new RegExp(
      String.raw`^(?:un(?:blocked|stuck)|${solving})(?: (?:me|us|it|this))? (?:by|with|through|via)$`,
      'u',
    ),
  ],
  [
    'solution',
    /^(?:(?:what|the thing that) )?(?:finally |really )?(?:worked|helped|(?:fixed|solved|put|made) (?:it|this|them)(?: right| work)?|saved me)$/,
  ],
  [
    'solution',
    /^(?:way out|steps? taken|ce que (?:j ai|nous avons) fait|o que (?:eu )?fiz|o que fizemos|lo que (?:hice|hicimos))$/u,
  ],
  [
    'problem',
    /^(?:ce qui (?:m |nous )?(?:a|ont) (?:bloque|casse|coince|coinces|bloques)|(?:blocked|stopped|slowed|held|tripped|confused) (?:me|us)(?: (?:up|down|back))?|what (?:happened|went wrong|(?:broke|failed|blocked|stopped|confused|slowed|held|tripped)(?: (?:me|us))?(?: (?:up|down|back))?|didn t work)|(?:where )?(?:(?:i|we) )?(?:was |am |were )?(?:(?:got )?stuck|struggled)(?: (?:with|on|at|in))?|faced|encountered|lo que (?:fallo|paso)|ce qui (?:coincait|n allait pas)|o que deu errado)$/,
  ],
  [
    'detail',
    /^(?:(?:what (?:i|we) )?(?:tried|task)|why(?: it happened)?|did(?:n t| not) (?:help|work)(?: because)?)$/,
  ],
  [
    'extra',
    /^(?:what (?:i|we) learne?[dt](?: \p{L}+){0,2}|(?:i|we) learne?[dt]|next time|ce que j ai appris|o que aprendi)$/u,
  ],
];

/** The role of a label, from its words; null when they are anything else. */
export function roleOfWords(words: readonly string[]): PairRole | null {
  if (words.length === 0 || words.length > 9) return null;
  const whole = words.join(' ');
  const phrase = phrases.find(([, pattern]) => pattern.test(whole));
  if (phrase) return phrase[0];
  if (words.length > 5) return null;
  const roles = new Set<PairRole>();
  for (const word of words) {
    const role = roleByWord.get(word);
    if (role && !(roles.size > 0 && word.endsWith('ed'))) roles.add(role);
    else if (!role && !beside.has(word)) return null;
  }
  const [first] = roles;
  // 'Challenges and solutions' names a section that holds both; 'Problem solved' is one label.
  return first === undefined || (roles.has('problem') && roles.has('solution')) ? null : first;
}
