import { z } from 'zod'
import { PHONE_CHANNELS, type PhoneChannel } from '../shared/messages/message.ts'
import { StartError } from './store/open/start-error.ts'

const flag = z.enum(['true', 'false', '1', '0']).transform(v => v === 'true' || v === '1')

const channels = z
  .string()
  .transform(text => text.split(',').map(name => name.trim()))
  .pipe(z.array(z.enum(PHONE_CHANNELS)).min(1))

/** The settings of the process, each described once; `npm run docs` writes them into docs/operations.md. */
export const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8080).describe('port to listen on'),
  HOST: z
    .string()
    .min(1)
    .optional()
    .describe('address to listen on; without it `127.0.0.1` in demo and `0.0.0.0` in production'),
  DATA_DIR: z.string().min(1).default('data').describe('folder of the database, its stamp and the key; mode 700'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('`postgres://…` instead of SQLite'),
  TANGGAP_MODE: z
    .enum(['demo', 'production'])
    .default('demo')
    .describe('`demo` seeds a trial office with open accounts; `production` refuses to start with them'),
  DEMO_MORNING: flag
    .default(false)
    .describe(
      'let a trial office begin on the last working morning, at 08.30, when it is started outside one; `npm start` does',
    ),
  DEMO_PAST: flag
    .default(false)
    .describe(
      'give a trial office that is made a past: a quarter that closed, who assesses whom, reports and an objection; `npm start` does',
    ),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('address people type, when a proxy stands in front; `https` makes cookies Secure and sends HSTS'),
  TRUST_PROXY: flag.default(false).describe('believe `X-Forwarded-For` of a proxy in front'),
  KNOWN_HOSTS: z
    .string()
    .default('')
    .transform(text => text.split(',').flatMap(name => (name.trim() === '' ? [] : [name.trim().toLowerCase()])))
    .describe(
      'names by which this server is called besides `PUBLIC_URL` and `localhost`, such as `antrean.local,192.168.1.5`; demo mode answers no other',
    ),
  PROOF_DIFFICULTY: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .default(1_500)
    .describe(
      'most tries a phone needs for one proof of work when booking is under pressure; half on average ([0008](decisions/0008-proof-of-work.md))',
    ),
  METRICS_TOKEN: z
    .string()
    .min(16)
    .optional()
    .describe(
      'bearer token for `/metrics`, at least 16 characters; without it only this machine may read them, and nobody where a proxy stands in front',
    ),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'])
    .default('info')
    .describe('`silent error warn info debug`'),
  GATEWAY_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('adapter that carries WhatsApp, SMS and Telegram; without it only Web Push is sent'),
  GATEWAY_SECRET: z.string().min(16).optional().describe('at least 16 characters; both sides sign with it'),
  GATEWAY_CHANNELS: channels.default(['whatsapp']).describe('channels of the adapter, of `whatsapp,sms,telegram`'),
  GATEWAY_ALLOW_PRIVATE: flag
    .default(false)
    .describe('let the adapter stand on this machine or in the building’s network'),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('address of the provider of the staff’s accounts (OpenID Connect), `https`; without it only passwords'),
  OIDC_CLIENT_ID: z.string().min(1).optional().describe('by what name the provider knows this installation'),
  OIDC_CLIENT_SECRET: z.string().min(1).optional().describe('its secret there, if it has one'),
  OIDC_NAME: z
    .string()
    .trim()
    .min(1)
    .max(40)
    .default('SSO')
    .describe('what the staff call the provider; on the button'),
  OIDC_LINK: z
    .enum(['email', 'employeeNumber'])
    .default('email')
    .describe('by what somebody is found: the verified `email`, or the `employeeNumber`'),
  OIDC_NUMBER_CLAIM: z
    .string()
    .min(1)
    .default('employee_number')
    .describe('claim in which the provider gives the employee number'),
  OIDC_NEW_ROLE: z
    .enum(['officer', 'frontDesk', 'supervisor', 'manager'])
    .optional()
    .describe('role of whoever comes for the first time and has no account; without it they are refused'),
  OIDC_NEW_OFFICE: z.string().min(1).optional().describe('id of the office to which they belong then'),
  OIDC_ALLOW_PRIVATE: flag
    .default(false)
    .describe('let the provider stand in the building’s network, or on this machine, there also by `http`'),
})

/** The adapter for phones, when the office has one. */
export interface GatewayConfig {
  readonly url: URL
  readonly secret: string
  readonly channels: readonly PhoneChannel[]
  readonly allowPrivate: boolean
}

/** The provider of the staff's accounts, when the office has one. */
export interface OidcConfig {
  readonly issuer: URL
  readonly clientId: string
  readonly clientSecret: string | undefined
  readonly name: string
  readonly link: 'email' | 'employeeNumber'
  readonly numberClaim: string
  /** What somebody becomes who has no account; nobody where it is not set. */
  readonly newcomer:
    { readonly role: 'officer' | 'frontDesk' | 'supervisor' | 'manager'; readonly office: string } | undefined
  readonly allowPrivate: boolean
}

/** Settings of the process, from its environment. */
export interface Config {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  readonly demo: boolean
  readonly demoMorning: boolean
  /** A trial office that is made is given a past. */
  readonly demoPast: boolean
  readonly publicUrl: URL | undefined
  readonly trustProxy: boolean
  readonly knownHosts: readonly string[]
  readonly proofDifficulty: number
  readonly metricsToken: string | undefined
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
  readonly gateway: GatewayConfig | undefined
  readonly oidc: OidcConfig | undefined
  readonly version: string
}

/** Reads the settings; throws `StartError` naming the first malformed one. */
export function readConfig(env: Readonly<Record<string, string | undefined>>, version: string): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, v]) => v !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!
    throw new StartError(`Setting ${issue.path.join('.')} is malformed: ${issue.message}`)
  }
  const e = parsed.data
  const demo = e.TANGGAP_MODE === 'demo'
  return {
    port: e.PORT,
    // Demo accounts have a published password: they listen on this machine only, unless told otherwise.
    host: e.HOST ?? (demo ? '127.0.0.1' : '0.0.0.0'),
    dataDir: e.DATA_DIR,
    databaseUrl: e.DATABASE_URL,
    demo,
    demoMorning: demo && e.DEMO_MORNING,
    demoPast: demo && e.DEMO_PAST,
    publicUrl: e.PUBLIC_URL ? new URL(e.PUBLIC_URL) : undefined,
    trustProxy: e.TRUST_PROXY,
    knownHosts: e.KNOWN_HOSTS,
    proofDifficulty: e.PROOF_DIFFICULTY,
    metricsToken: e.METRICS_TOKEN,
    logLevel: e.LOG_LEVEL,
    gateway: gatewayOf(e),
    oidc: oidcOf(e),
    version,
  }
}

function gatewayOf(e: z.output<typeof environment>): GatewayConfig | undefined {
  if (e.GATEWAY_URL === undefined) return undefined
  if (e.GATEWAY_SECRET === undefined) throw new StartError('Setting GATEWAY_SECRET is missing; GATEWAY_URL needs it.')
  return {
    url: new URL(e.GATEWAY_URL),
    secret: e.GATEWAY_SECRET,
    channels: e.GATEWAY_CHANNELS,
    allowPrivate: e.GATEWAY_ALLOW_PRIVATE,
  }
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

function oidcOf(e: z.output<typeof environment>): OidcConfig | undefined {
  if (e.OIDC_ISSUER === undefined) return undefined
  const issuer = new URL(e.OIDC_ISSUER)
  if (e.OIDC_CLIENT_ID === undefined) throw new StartError('Setting OIDC_CLIENT_ID is missing; OIDC_ISSUER needs it.')
  if (issuer.protocol !== 'https:' && !(e.OIDC_ALLOW_PRIVATE && LOOPBACK.test(issuer.hostname)))
    throw new StartError('Setting OIDC_ISSUER is malformed: it must begin with https.')
  const [role, office] = [e.OIDC_NEW_ROLE, e.OIDC_NEW_OFFICE]
  if ((role === undefined) !== (office === undefined))
    throw new StartError('Settings OIDC_NEW_ROLE and OIDC_NEW_OFFICE need each other.')
  return {
    issuer,
    clientId: e.OIDC_CLIENT_ID,
    clientSecret: e.OIDC_CLIENT_SECRET,
    name: e.OIDC_NAME,
    link: e.OIDC_LINK,
    numberClaim: e.OIDC_NUMBER_CLAIM,
    newcomer: role === undefined || office === undefined ? undefined : { role, office },
    allowPrivate: e.OIDC_ALLOW_PRIVATE,
  }
}
