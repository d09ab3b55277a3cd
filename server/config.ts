import { z } from 'zod'
import { PHONE_CHANNELS, type PhoneChannel } from '../shared/messages/message.ts'
import { StartError } from './store/open/start-error.ts'

const flag = z.enum(['true', 'false', '1', '0']).transform(v => v === 'true' || v === '1')

const channels = z
  .string()
  .transform(text => text.split(',').map(name => name.trim()))
  .pipe(z.array(z.enum(PHONE_CHANNELS)).min(1))

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  HOST: z.string().min(1).optional(),
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** `demo` seeds a trial office with open accounts; `production` refuses to start with them. */
  TANGGAP_MODE: z.enum(['demo', 'production']).default('demo'),
  /** The address people type, when a proxy stands in front; its scheme decides about Secure cookies and HSTS. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Believe X-Forwarded-For of a proxy on this machine. */
  TRUST_PROXY: flag.default(false),
  /** Most tries for one proof of work; a measurement sets it low, see decision 0008. */
  PROOF_DIFFICULTY: z.coerce.number().int().min(1).max(1_000_000).default(1_500),
  METRICS_TOKEN: z.string().min(16).optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  /** The adapter that carries WhatsApp, SMS and Telegram; both sides sign with the secret. */
  GATEWAY_URL: z.url({ protocol: /^https?$/ }).optional(),
  GATEWAY_SECRET: z.string().min(16).optional(),
  GATEWAY_CHANNELS: channels.default(['whatsapp']),
  /** Let the adapter stand on this machine or in the building's own network. */
  GATEWAY_ALLOW_PRIVATE: flag.default(false),
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
  readonly publicUrl: URL | undefined
  readonly trustProxy: boolean
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
    publicUrl: e.PUBLIC_URL ? new URL(e.PUBLIC_URL) : undefined,
    trustProxy: e.TRUST_PROXY,
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
