/** Words of English and French that say nothing of what a text is about: they neither match nor are highlighted. */

const english = `a about above after again all also always am an and any anybody anyone are aren arent as at be because
  been before being below between both but by can cannot cant could couldnt did didnt do does doesnt doing don dont
  done down during each either else etc ever every everybody everyone everything few for from further get gets getting
  give given gives goes going got had has hasnt have havent having he help her here hers herself hi him himself his
  hello how however i if im in into is isnt it its itself ive just kind let lets like ll made make makes many may maybe
  me might mine more most much must my myself need needs neither never no nobody none nor not nothing now of off often
  on once one only onto or other others our ours out over own please quite rather really same say says see seem seems
  seen shall she should shouldnt simply since so some somebody somehow someone something sometimes soon still such sure
  take takes tell than thank thanks that thats the their theirs them themselves then there these they thing things this
  those though through thus till to together too try tried tries trying two under until up upon us use used uses using
  ve very via want wanted wants was wasnt way we well went were werent what whatever whats when whenever where wherever
  whether which while who whoever whom whose why will with within without wont would wouldnt yes yet you your yours
  yourself`;

const french = `a aie ainsi alors apres as au aucun aucune aussi autre autres aux avait avant avec avez avoir avons
  bien bonjour car ce ceci cela celle celles celui ces cet cette ceux chaque chez comme comment dans de depuis des
  deux devient deviennent doit dois donc dont du elle elles en encore entre es est et etait etaient ete etre eu fait
  faire fais faut font ici il ils j je jusque jusqu l la le les leur leurs lors lorsque lui m ma mais me meme memes merci
  mes moi moins mon n ne ni nos notre nous on ont ou par parce pas pendant peu peut peux plus plusieurs pour pourquoi
  puis qu quand que quel quelle quelles quels qui quoi s sa sans se sera ses si sinon son sont sous sur t ta tes toi ton
  toujours tous tout toute toutes tres tu un une veut veux vers voici voila vos votre vous y`;

const words = new Set(`${english} ${french}`.split(/\s+/));

/** @param word as folded */
export const isStopWord = (word: string): boolean => words.has(word);

const everydayEnglish = `able accept across actual actually add added adding ago allow alone already although amount answer anymore appear
  apart area ask asked asking asks away back bad base based basic become becomes begin beginning begins behind best better big
  bit break breaks bring bunch busy buy call called calling calls came care case cases catch cause causes certain change changed
  changes changing check checked choose chosen clear clearly close come comes coming common company complete completely
  computer consider contain contains correct correctly couple course create created creates creating current currently cut
  day days deal decide deep different difficult direct directly easily easy eight else empty end ends enough entire especially
  even evening example exist existing exists expect expected explain fact fail failed failing fails fall falls far fast feel
  fill final finally find finds fine finish first five fix fixed follow following force former forward four free fresh friend
  front full fully general good great group guess half hand handle happen happened happening happens hard head hear help hold
  home hope hour hours huge hundred hundreds idea immediately important inside instead interesting issue issues keep keeps
  kept knew know known large last late later least leave left less let level life line list little live local long look looked
  looking looks lose lot lots main man manage manager mean means meet meeting member middle minute minutes miss missing moment
  money month months morning move moves name near nearly new next nice night nine noon normal note notice number numbers odd
  offer old open opened opens opposite option order outside part parts past people perfect person phone pick place plain plan
  play point poor possible press pretty probably problem problems project proper properly provide pull purpose put puts
  question questions quick quickly random rather reach read reading ready real reason receive recent recognise recognised
  recommend related remember right room round run running runs sad safe save school second seconds section seem self send
  sending sends sent separate set seven several shape share shared short show showing shown shows side similar simple single
  six size small solution solve solved sort space special specific spend start started starting starts state stay stays step
  still stop stopped stops story strange stuck stuff suddenly suggest support suppose switch talk team ten term third thought
  thousand thousands three time times today told took top total touch trouble true try turn turned turns understand
  usual usually value various view visit wait waiting waits walk watch week weeks weird whole wide window wish woman word
  words work worked working works world worry worse write writing written wrong wrote year years yesterday young`;

const everydayFrench = `ajouter appel appelle arrive arriver aide aider besoin bloque bon bonne cas chaque chose cherche chercher
  comprendre corriger debut demander demande dernier derniere dit deja encore essaie essayer existe facile faut fois fonctionne
  fonctionner gens grand grande heure heures impossible jour jours lancer lance marche marcher mauvais merci mettre mieux mois
  monde moment nouveau nouvelle nouvelles nombre ouvre ouvrir passe passer petit petite possible premier premiere prendre
  probleme problemes projet question questions refuse rend rendre reste rester resoudre savoir semaine seul seule solution
  temps trouve trouver travail utilise utiliser vient voir vrai`;

const everyday = new Set(`${everydayEnglish} ${everydayFrench}`.split(/\s+/));

/**
 * Words of any conversation. They match, but say little of what a text is about, although a small cohort's few entries may
 * make one look rare.
 * @param word as folded
 */
export const isEverydayWord = (word: string): boolean => everyday.has(word);

const ofAnyProgram = `action actions api app application applications apps argument arguments array arrays attribute attributes backend block
  blocks body boolean browser bug bugs button buttons call calls class classes click client clients code column columns
  command commands component components config configuration console content count counts data default defined delete
  deleted developer developers device element elements endpoint endpoints entry entries environment error errors event
  events exception exceptions feature features field fields file files filename folder folders format frontend function
  functions handler host hosts image images input inputs install installed instance interface item items key keys label
  language library libraries link links list lists log logs machine map message messages method methods model models
  module modules name names node nodes number object objects option options output package packages page pages parameter
  parameters password path process processes production program project property props query record records reload
  remove removed repo repository request requests require required response responses result results return returned
  returning returns route routes row rows save saved script scripts select server servers service services setting
  settings site software source status string strings structure style styles system systems tab table tables tag tags
  task tasks template templates test tests text title tool tools type types undefined update updated updates upgrade
  url urls user users validate validation value values variable variables verified version versions view views website`;

const programming = new Set(ofAnyProgram.split(/\s+/));

/**
 * Words that learners use of any program. They say something, but less than a few entries make them look.
 * @param word as folded
 */
export const isProgrammingWord = (word: string): boolean => programming.has(word);
