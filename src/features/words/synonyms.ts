/**
 * The field's words that mean the same, and those that are kin. Each line is one group: words set equal by `=` find each
 * other as if they were one, those after `~` are found too but count less. Several words are a phrase.
 *
 * Add a line when learners use words for the same thing that share no beginning; endings, case, accents and signs
 * between words (`next.js`, `nextjs`) need none.
 */
export const synonymTable = `
k8s = kubernetes ~ kubectl
js = javascript
ts = typescript
py = python
postgres = postgresql = pg ~ psycopg2
mongo = mongodb
auth = authentication = authentification = authn ~ login, authorization, oauth, jwt, credentials
authorization = authorisation = authz ~ permission, role, rights
unauthorized = unauthorised = 401
forbidden = 403 ~ permission
login = sign in = signin = log in = logon ~ session, token, credentials, auth
logout = sign out = signed out = signout = log out = logged out = thrown out = kicked out ~ session, expire
sign up = signup = register = registration = create account
env = environment variable = environment variables = env var = env vars = environnement ~ .env, dotenv, environ, environment
db = database = base de donnees = bdd ~ postgresql, mysql, sqlite
config = configuration = settings
repo = repository = depot
dir = directory = folder = repertoire = dossier
app = application
dev = development = developpement
prod = production ~ live, deploy
preprod = preproduction = staging
deploy = deployment = deployer = deploiement = mise en production ~ release, go live, hosting
docs = documentation
report = document = rapport ~ pdf, export
generate = produce = generer ~ create, build
img = image = picture = photo ~ media
upload = uploading = televerser = televersement
msg = message
err = error = erreur ~ exception, traceback, failure
exception = traceback = stack trace ~ error
perf = performance ~ slow
optimize = optimise = speed up = faster = make faster ~ performance, slow
slow = sluggish = takes a while = takes long = takes ages = takes forever = lent = lente ~ performance, latency, timeout
timeout = timed out = time out = time-out = gives up = 504
ci = continuous integration ~ github actions, pipeline, workflow, jenkins
ci/cd = continuous delivery ~ ci, pipeline, github actions, jenkins, workflow
github actions = gh actions = workflow ~ ci
pr = pull request = merge request
regex = regexp = regular expression
ws = websocket = web socket ~ socket, realtime, channels
realtime = real time = instant ~ websocket
vm = virtual machine ~ vps
os = operating system
i18n = internationalization = internationalisation = translation ~ locale, language
l10n = localization = localisation ~ locale
a11y = accessibility
oauth = oauth2
gql = graphql
tf = terraform
drf = django rest framework
ssr = server side rendering = server rendered
spa = single page application
css = stylesheet = style sheet ~ styles, styling, layout
n+1 = n plus one
crud = create read update delete
cron = crontab = schedule = scheduler ~ periodic
nightly = every night = daily = every day = hourly = every hour ~ cron, periodic
job = task = tache ~ queue, background
queue = message queue = broker ~ celery, rabbitmq, kafka
webhook ~ callback
api = interface de programmation = rest api ~ endpoint
endpoint = route = url ~ api
front end = frontend = front-end = client side
back end = backend = back-end = server side
rate limit = rate limiting = throttle = throttling = ratelimit ~ too many requests, 429, brute force
brute force = guess passwords = guesses passwords ~ throttling
hammer = bombard = flood = spam ~ rate limit, requests, brute force
slow down ~ throttling
paginate = pagination = paging ~ cursor, offset, infinite scroll
cache = caching = memoize ~ stale, redis
stale = outdated = obsolete = old version = old data = old content ~ cache
dependency = package = library = lib = librairie = bibliotheque = dependance
delete = remove = erase = supprimer = effacer
edit = modify = alter = modifier ~ change, update
anyone = anybody = everyone = everybody = n'importe qui = tout le monde ~ permission
someone else = somebody else = other people = others = quelqu'un d'autre
lost = disappear = vanish = missing = gone = wipe = perdu ~ deleted, empty, persist, volume
twice = two times = double = duplicate = doublon = deux fois
crash = planter
hang = freeze = stuck
forever = endless = endlessly = infinite = infinitely
undo = revert = roll back = rollback = go back = annuler ~ reverse
conflict = clash ~ merge
forgot password = forgotten password = reset password = password reset
password = mot de passe = passwd = pwd ~ credentials
secret = api key ~ credentials, token, password
leak = leaked = exposed ~ secret
hacked = attacked = compromised = stolen ~ security, leak
oom = out of memory = memory leak = exit code 137 = 137 ~ memory, killed
memory = memoire = ram
keeps growing = grows and grows ~ memory leak
disk = disk space = no space left = disk full
timezone = time zone = fuseau horaire ~ utc, local time
clock = time of day = wrong hour = wrong time = hours early = hours late = hours behind = hours ahead ~ timezone, utc
payment = pay = paid = paiement = payer ~ checkout, charge, credit card, money
charge = debit = bill = billed ~ payment, credit card
customer = buyer
buy = purchase ~ checkout, payment
user = utilisateur
cost = price = prix
simultaneously = at the same time = concurrent = concurrently ~ race condition, lock, transaction
race condition = data race
lock = deadlock = verrou ~ select_for_update, transaction
transaction = atomic
partly = partially = half done = halfway ~ transaction, atomic
query = requete ~ sql
stock = inventory ~ transaction, lock
slow query = slow queries ~ index, explain, n+1
column = colonne ~ field
field = champ ~ column
file = fichier
server = serveur
browser = navigateur
container = conteneur ~ docker
branch = branche
test = tests = testing ~ pytest, jest
unit test = test unitaire
request = requete
response = reponse
button = bouton
form = formulaire
screen = ecran
network = reseau
security = securite
connection = connexion = connect = connecter
accents = accented = diacritics ~ encoding, utf-8
encoding = charset = encodage ~ utf-8, accents
garbled = strange characters = weird characters = question marks ~ encoding, utf-8
debug = debugger = deboguer
blank = empty = vide
invisible = hidden = not shown = not displayed = does not show = doesn't show = does not appear = doesn't appear ~ blank, missing
overflow = cut off = too wide = does not fit = doesn't fit = sticks out ~ css, responsive, layout
flicker = flash = blink = jump ~ rerender, hydration, layout
bind ~ listen
unreachable = not reachable = cannot be reached = can't reach = cannot reach ~ port, bind, connection refused
localhost = on my laptop = on my machine = on my computer = en local
mail = email = e-mail = courriel
notification = notify = alert
null = none = nil = not null = undefined
required = mandatory = obligatoire ~ not null
chat = instant message = messaging
permission denied = access denied = eacces
not found = 404
bad gateway = 502
internal server error = 500
entity too large = too large = too big = 413
service unavailable = 503
conflict = 409 = conflit
sleep = asleep = idle ~ cold start
scroll ~ pagination
rerender = re-render
hydrate = hydration = hydrating
session ~ cookie
token = jeton ~ jwt
expire = expires = expired = expiry = expiration ~ refresh, lifetime, ttl
unstyled ~ static files, css
static files = staticfiles = collectstatic ~ css, whitenoise
admin = administration = admin panel
orm = object relational mapping ~ models
migration = migrations = migrate ~ makemigrations
schema = schema change ~ migration
index = indexes = indices = indexing
store = storage
choose = choice
backup = back up = dump = sauvegarde ~ restore
restore = recover = restaurer ~ backup
load balancer = lb ~ proxy, nginx
reverse proxy = proxy ~ nginx
persist = persistent = persistence ~ volume, storage
host = hosting = hosted ~ deployment
cert = certificate = ssl = tls = https = certificat
dns = domain name ~ domain, cname
f5 = reload = recharger
spreadsheet = excel ~ csv
phone = mobile = smartphone = small screen ~ responsive
computer = machine = laptop
click = press = tap
text message = sms
concurrency = parallelism ~ async
async = asynchronous = asynchrone ~ await, promise
fn = function = fonction
var = variable
arg = argument
param = parameter = parametre
int = integer
str = string = chaine
bool = boolean
obj = object
dict = dictionary
lang = language
bug = defect = bogue
lint = linter = linting
struct = structure
algo = algorithm = algorithme
ui = user interface = interface utilisateur
ux = user experience
ide = editor ~ vscode
vscode = vs code
npm = node package manager
nodejs = node.js = node
reactjs = react.js = react
vuejs = vue.js = vue
nextjs = next.js
golang = go language
csharp = c#
cpp = c++ = cplusplus
dotnet = .net
ml = machine learning
ai = artificial intelligence
cart = basket = shopping bag
invoice = receipt ~ payment, order
bill = invoice
sum = total = amount ~ money
cent = rounding = 0.01 ~ decimal, float
town = city
wish list = wishlist = favourites = favorites = bookmarks ~ localstorage
forget = forgotten ~ lost, persist
sign off = signing off = end session ~ logout
account = profile ~ user
colleague = teammate = team member ~ team
break = broken = fail
red = failing ~ fail
now and then = from time to time = sometimes = intermittent = randomly = flaky = every other run ~ race condition
previous = former = earlier = yesterday's = last time's ~ old
enormous = huge = big = large = giant ~ size
heavy = bloated = too much javascript = bundle size ~ bundle
jerky = stutter = lag = laggy = choppy = janky ~ performance, slow
indentation = indent = code style = formatting = format ~ lint, prettier
fake = mock = stub = dummy ~ patch
trial = test mail = sandbox
guess = guessable = predictable ~ uuid, sequential
count up = counting up = next number = sequential
peek = snoop = spy = read other people's = see other people's ~ permission, security
visible to everyone = everyone can see = can be read ~ leak, secret
developer tools = devtools = network tab = inspector
pass down = hand down = handing down = passing down = hand through ~ prop drilling, context
nested = deep = deeply = levels
overwhelmed = on its knees = brought down = goes down = falls over = overloaded ~ load, performance
load test = stress test ~ locust, performance
retry = try again = again later ~ backoff
trace = follow a request = correlation id = request id ~ logging
server error = error 500 = 500
quiet = silent = nothing in the logs = no error shown ~ logging
overlap = squeezed = squashed = broken layout ~ css, responsive
compatibility = backwards compatible = break old clients = old clients ~ version, versioning
propagate = not updated everywhere ~ dns, cache
address = url ~ domain
lookup = look up ~ search
like query = contains = part of the name = substring ~ icontains, trigram
reproduce = works for me = works on my machine ~ environment
narrow down = facet ~ filter
leave out = exclude = skip = ignore
draw = render = paint
child = children = nested item
throw away = discard = drop ~ delete
wait for = await
at once = immediately
slow to start = first request slow = wakes up ~ cold start, sleep
lien = link
cle = key
cle etrangere = foreign key
cle primaire = primary key
jointure = join
boucle = loop
tableau de bord = dashboard
promesse = promise
classe = class
methode = method
heritage = inheritance
valeur = value
modele = model
etat = state
mise en page = layout
grille = grid
couleur = color = colour
menu deroulant = dropdown
fenetre = window
clavier = keyboard
defilement = defiler = scroll = scrolling
lecteur d'ecran = screen reader
chargement = charger = load = loading
telecharger = telechargement = download
fuite = leak
fuite de memoire = fuite memoire = memory leak
chiffrement = chiffrer = encryption = encrypt
hachage = hacher = hash = hashing
tri = trier = sort = sorting
filtre = filtrer = filter
recherche = rechercher = search
mise a jour = mettre a jour = update
rapide = accelerer = fast ~ performance
autorisation = authorization ~ permission
identifiants = credentials
inscription = s'inscrire = sign up = registration
deconnexion = se deconnecter = logout = log out
connexion = se connecter ~ login, sign in
connexion refusee = connection refused
permission refusee = acces refuse = permission denied
introuvable = not found = 404
delai d'attente = delai depasse = timeout = timed out
file d'attente = queue = message queue ~ job
arriere-plan = background
planifier = planification = schedule = scheduler = cron
fil d'execution = thread
journaux = journalisation = log = logs = logging
surveillance = monitoring
pare-feu = firewall
passerelle = gateway
equilibreur de charge = load balancer
limite de debit = limitation de debit = rate limit = throttle
interblocage = deadlock
domaine = domain
adresse = address
chemin = path
disque = disk
racine = root
fusion = fusionner = merge = merging
historique = history
nuage = cloud
paiements = payment
panier = cart
facture = invoice
traduction = translation = i18n
langue = language
accessibilite = accessibility = a11y
telephone = phone
horloge = clock
donnees = data
sauvegarder = save
envoyer = envoi = send
recevoir = reception = receive
recuperer = fetch = retrieve
indefini = undefined
en-tete = header
corps = body
ligne de commande = command line = cli = terminal
gestionnaire de paquets = package manager
tests de bout en bout = end to end = e2e
`;
