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
})

/** The adapter for phones, when the office has one. */
export interface GatewayConfig {
  readonly url: URL
  readonly secret: string
  readonly channels: readonly PhoneChannel[]
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
  readonly publicUrl: URL | undefined
  readonly trustProxy: boolean
  readonly knownHosts: readonly string[]
  readonly proofDifficulty: number
  readonly metricsToken: string | undefined
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
  readonly gateway: GatewayConfig | undefined
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
    publicUrl: e.PUBLIC_URL ? new URL(e.PUBLIC_URL) : undefined,
    trustProxy: e.TRUST_PROXY,
    knownHosts: e.KNOWN_HOSTS,
    proofDifficulty: e.PROOF_DIFFICULTY,
    metricsToken: e.METRICS_TOKEN,
    logLevel: e.LOG_LEVEL,
    gateway: gatewayOf(e),
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
