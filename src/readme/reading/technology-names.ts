/**
 * The technologies that learners of backend and frontend programmes name, with the names they have for each.
 *
 * A line is one technology: its name, then its other names after a colon. The tag is the name in lower case with dashes,
 * or what stands in brackets. Names are found in any case, and a space, dash, dot or slash within one may be any of
 * these or left out (`Tailwind CSS`: `tailwindcss`, `tailwind-css`). Two signs after a name say when that is too much:
 *   `^` only as it is written here (`REST`, not `rest`);
 *   `!` the same, and not where it may be a plain word, as a verb before its object is (`Express your view`, `Go to`).
 * `~` before a line: too general to be worth a tag when there are others. `#` begins a caption.
 */
export const technologyNames = `
# Languages
Python: python3, Python 3, py3
JavaScript: JS, ECMAScript, ES6, ES2015, vanilla js
TypeScript: TS^
Java^
Kotlin
Scala
Groovy^
C++: cpp
C#: c sharp, csharp
Go! [go]: golang
Rust!
Ruby
PHP: PHP 8
Perl^
Swift!
Objective-C
Dart^
Elixir^
Erlang
Haskell
Clojure
Lua^
Julia^
MATLAB
Solidity
Zig^
Assembly language [assembly]
Bash: bash script, bash scripting, shell script, shell scripting
PowerShell
~SQL
PL/pgSQL
~HTML: HTML5
~CSS: CSS3
~XML
~JSON
~YAML
~Markdown
Sass: SCSS
Less CSS [less]
WebAssembly: WASM
Regular expressions [regex]: regex, regexp

# Backend frameworks
Django
Django REST Framework: DRF, djangorestframework, rest_framework, Django REST
Django Channels
Django ORM
Django Admin
Django Signals
django-filter: Django filters
django-ratelimit
django-environ
django-ipware
django-ip-geolocation: django-ipgeolocation
django-cors-headers: corsheaders
django-allauth: allauth
django-celery-beat: celery beat
Django Debug Toolbar
Graphene: graphene-django
Strawberry GraphQL [strawberry]
Djoser
SimpleJWT: simple jwt, djangorestframework-simplejwt
drf-yasg
drf-spectacular: spectacular^
Flask!: flask-restful, flask-sqlalchemy
FastAPI
Starlette
Tornado^
Pyramid framework [pyramid]
aiohttp
asyncio
Uvicorn
Gunicorn
uWSGI
WSGI^
ASGI^
Pydantic
SQLAlchemy
Alembic
Tortoise ORM
Marshmallow!
Jinja: Jinja2
WTForms
Celery
Node.js: Node^
Express! [express]: Express.js
NestJS
Koa.js: Koa^
Fastify
Hapi.js
AdonisJS
Sails.js
Deno^
Bun!
tRPC
Spring Boot
Spring framework [spring]: Spring MVC, Spring Security, Spring Data
Hibernate!
Quarkus
Micronaut
Ktor
Laravel
Symfony
CodeIgniter
WordPress
Ruby on Rails [rails]: Rails^
Sinatra^
Phoenix framework [phoenix]
ASP.NET: ASP.NET Core
.NET [.net]: dotnet, .NET Core
Entity Framework: EF Core
Gin framework [gin]: Gin Gonic
Fiber framework [fiber]
Actix
Axum
Strapi
Sanity CMS [sanity]: Sanity.io
Contentful
Directus
Hasura
Supabase
Firebase
Firestore
Appwrite
PocketBase

# Data
PostgreSQL: Postgres, Postgre SQL, psql, psycopg, psycopg2
PostGIS
PgBouncer
pgvector
MySQL
MariaDB
SQLite: SQLite3
SQL Server: MSSQL, Microsoft SQL Server
Oracle Database [oracle]: Oracle DB, OracleDB
CockroachDB
MongoDB: Mongo
Mongoose!
Redis: django-redis, redis-py, ioredis
Memcached
Valkey
Cassandra: Apache Cassandra
DynamoDB
Couchbase
CouchDB
Neo4j
InfluxDB
TimescaleDB
ClickHouse
BigQuery
Snowflake^
Redshift^
Elasticsearch: Elastic Search
OpenSearch
Solr
Meilisearch
Algolia
Typesense
Prisma
Drizzle ORM [drizzle]
TypeORM
Sequelize
Knex.js: Knex
MikroORM
PlanetScale
~NoSQL
~ORM^

# Messages and real time
RabbitMQ
Kafka: Apache Kafka
ActiveMQ
ZeroMQ
NATS^
MQTT
AMQP
Amazon SQS [sqs]: AWS SQS, SQS^
Amazon SNS [sns]: AWS SNS, SNS^
Pub/Sub
WebSocket: WebSockets, Web Sockets
Socket.IO
Server-Sent Events: SSE^
WebRTC
Pusher^
BullMQ
RQ^
Dramatiq
Airflow: Apache Airflow
Flower^
Cron: crontab, cron job, node-cron, django-crontab

# APIs
REST^: REST API, RESTful, RESTful API
GraphQL
gRPC
SOAP^: SOAP API
Webhook
OpenAPI
Swagger: Swagger UI
Postman
Insomnia^
Thunder Client
cURL
HATEOAS
Protocol Buffers [protobuf]: protobuf
Apollo: Apollo Client, Apollo Server, Apollo GraphQL
Relay^
Axios
~HTTP
~HTTPS
~CORS
~API Gateway

# Security
JWT: JSON Web Token, PyJWT, jsonwebtoken
OAuth: OAuth2, OAuth 2.0
OpenID Connect: OIDC
SAML
LDAP
Auth0
Okta
Keycloak
Clerk!
NextAuth: NextAuth.js, Auth.js
Passport.js
bcrypt
Argon2
Helmet.js
RBAC
~CSRF
~XSS
~SSL
~TLS
Let's Encrypt [lets-encrypt]: Let’s Encrypt, Certbot
OWASP
Vault^: HashiCorp Vault
Snyk
Trivy
Bandit^
reCAPTCHA

# Frontend
React!: React.js
React Native
React Query [react-query]: TanStack Query
React Router
React Hook Form
React Testing Library
Context API [react-context]: React Context
Next.js
Vue!: Vue.js, Vue 3
Nuxt: Nuxt.js
Vuex
Pinia
Angular: AngularJS
RxJS
Svelte: SvelteKit
SolidJS: Solid.js
Astro^
Remix^
Gatsby
Preact
Alpine.js
HTMX
jQuery
Ember.js
Lit element [lit]
Redux: Redux Toolkit, RTK^, RTK Query
Zustand
Recoil^
Jotai
MobX
SWR^
TanStack
Tailwind CSS: Tailwind
Bootstrap!: React Bootstrap, Bootstrap 5
Material UI [material-ui]: MUI
Chakra UI
Ant Design
shadcn/ui [shadcn]: shadcn
Radix UI
DaisyUI
Headless UI
Flowbite
Lucide: lucide-react
Heroicons
Font Awesome
styled-components
Emotion CSS [emotion]
CSS Modules^
PostCSS
Bulma
Framer Motion
GSAP
Three.js
D3.js [d3]: D3^
Chart.js
Recharts
Leaflet^: Leaflet.js
Mapbox
Google Maps
Formik
Zod
Yup^
Joi^
Storybook
Figma
Adobe XD
Canva
PWA: Progressive Web App
Service Worker
Web Workers [web-worker]: Web Worker
IndexedDB
~localStorage: local storage
~DOM^
~AJAX
~Server-side rendering [ssr]: SSR^
~Static site generation [ssg]: SSG^
~Incremental static regeneration [isr]: ISR^

# Mobile
Expo!
Flutter
Android^: Android Studio
iOS
SwiftUI
Jetpack Compose
Ionic
Capacitor^
NativeWind
React Navigation
AsyncStorage

# Tools of JavaScript
npm
Yarn!
pnpm
Vite
Webpack
Rollup^
Parcel!
esbuild
SWC^
Babel
Turborepo
Nx^
ESLint
Prettier
Biome^
Husky^
lint-staged
Lodash
date-fns
Nodemailer
Multer
Sharp library [sharp]
PM2
Nodemon

# Tools of Python
pip^
Poetry!
Pipenv
virtualenv: venv
conda: Anaconda
uv^
Ruff
Black formatter [black]: Black!
isort
Flake8
Pylint
mypy
pre-commit: pre-commit hooks
Pandas
NumPy
Matplotlib
scikit-learn: sklearn
TensorFlow
PyTorch
Keras
OpenCV
Jupyter: Jupyter Notebook
BeautifulSoup: Beautiful Soup
Scrapy
Requests library [requests]: requests library
HTTPX
Pillow^
ReportLab
Streamlit

# Tests
pytest: pytest-django
unittest: Python unittest
Factory Boy
Faker^: Faker.js
Hypothesis library [hypothesis]
Locust!
tox^
coverage.py
Jest!
Vitest
Mocha!
Chai!
Jasmine!
Karma!
Cypress
Playwright
Puppeteer
Selenium
Testing Library
Supertest
k6
JMeter
JUnit
Mockito
MSW^: Mock Service Worker
Cucumber!
SonarQube: SonarCloud
Codecov
Test-driven development [tdd]: TDD^

# Containers and delivery
Docker: Dockerfile, Docker Hub
Docker Compose
Docker Swarm
Podman
Kubernetes: k8s, kubectl, kube
Minikube
Helm!
Istio
containerd
CI/CD: CI/CD pipeline, continuous integration, continuous deployment, continuous delivery
GitHub Actions: GH Actions
GitLab CI [gitlab-ci]: GitLab CI/CD
Jenkins: Jenkinsfile
CircleCI
Travis CI: TravisCI
Bitbucket Pipelines
Azure DevOps
ArgoCD: Argo CD
FluxCD
Terraform
Ansible
Pulumi
Puppet!
Chef!
Vagrant
CloudFormation
Packer^
Nginx
Apache HTTP Server [apache]: Apache server, Apache2, httpd
HAProxy
Caddy!
Traefik
Envoy!
Kong!
Consul^
Linux: Ubuntu, Debian
Systemd
Supervisor^

# Clouds
AWS: Amazon Web Services
AWS Lambda
Amazon S3 [s3]: S3^, AWS S3
EC2: Amazon EC2, AWS EC2
Amazon ECS [ecs]: ECS^
Amazon EKS [eks]: EKS^
Amazon RDS [rds]: RDS^, AWS RDS
CloudFront
CloudWatch
Route 53
Cognito
Elastic Beanstalk
Google Cloud: GCP, Google Cloud Platform
Cloud Run
Cloud Functions: Google Cloud Functions
Azure: Microsoft Azure
Heroku
Render!: Render.com
Railway!: Railway.app
Fly.io
Vercel
Netlify
DigitalOcean
Linode
PythonAnywhere
Cloudflare: Cloudflare Workers
Cloudinary
ngrok
GitHub Pages
Coolify
Hostinger
cPanel
~Serverless

# Watching over it
Prometheus
Grafana
Datadog
New Relic
Sentry!
ELK stack [elk]: ELK^
Logstash
Kibana
Jaeger^
OpenTelemetry
Splunk
Nagios
Zabbix
Loki^
Winston!
Morgan!
Pino^
PagerDuty

# Version control and teamwork
~Git^
~GitHub
GitLab
Bitbucket
Git Flow [gitflow]: GitFlow
Conventional Commits
Jira
Trello
Notion!
Slack!
~Discord
Asana
Linear!
Miro^
draw.io: diagrams.net
Lucidchart
dbdiagram: dbdiagram.io
Mermaid!: mermaid.js
~VS Code: Visual Studio Code, VSCode
PyCharm
IntelliJ: IntelliJ IDEA
~Vim^

# Payments and messages
Stripe!
PayPal
Chapa
Paystack
Flutterwave
M-Pesa: MPesa, Daraja, Safaricom Daraja
Razorpay
Braintree
Twilio
SendGrid
Mailgun
Mailchimp
Resend!
SMTP
Africa's Talking [africas-talking]: Africa’s Talking
Telegram: Telegram Bot API
WhatsApp: WhatsApp API

# Learning machines
OpenAI: OpenAI API, ChatGPT
LangChain
Hugging Face
LLM^: LLMs, large language model
Gemini^
Ollama
RAG^
Machine learning [machine-learning]

# Ways of building
~Microservices [microservices]: microservice
Domain-driven design: DDD^
Event-driven architecture [event-driven]: event driven
TMDB: TMDb API, The Movie Database
OpenWeather: OpenWeatherMap
Ethereum
Web3
Blockchain
`;
