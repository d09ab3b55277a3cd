import type { Hono } from 'hono'
import { AppError } from '../../shared/kit/errors.ts'
import { api, type Answer, type RouteKey } from '../../shared/contracts/api.ts'
import type { Route } from '../../shared/contracts/route.ts'
import type { Scope } from '../../shared/office/scope.ts'
import type { Actor } from '../../shared/queue/day.ts'
import type { z } from 'zod'
import { allow, scopeOf, type Caller } from '../services/identity/access.ts'
import type { Walls } from '../services/identity/walls.ts'
import type { Rehearsal } from '../services/opening/rehearsal.ts'
import { isGiven } from '../services/queue/command-ids.ts'
import { textOf } from './body.ts'
import type { Ctx, Env } from './context.ts'
import { isBesides, rehearsed } from './rehearsed.ts'

type Parsed<K extends RouteKey, P extends string> = (typeof api)[K] extends {
  readonly [X in P]: infer S extends z.ZodType
}
  ? z.output<S>
  : undefined

/** What a handler gets: everything parsed, and who asks, already allowed. */
export interface Asked<K extends RouteKey> {
  readonly params: Parsed<K, 'params'>
  readonly query: Parsed<K, 'query'>
  readonly body: Parsed<K, 'body'>
  readonly caller: Caller
  readonly by: Actor
  /** The part of the office that they may see: whatever answers must keep to it. */
  readonly scope: Scope
  /** Id of the command: the client's `Idempotency-Key`, else a new one. */
  readonly key: string
  readonly c: Ctx
}

export type Handler<K extends RouteKey> = (asked: Asked<K>) => Promise<Answer<K>> | Answer<K>

/** A request whose parts went through the schemas of its route. */
interface Parsings extends Omit<Asked<'GET /api/health'>, 'params' | 'query' | 'body'> {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
}

interface AnyHandler {
  // A method, so that the handler of a route may be given what the schemas of that very route made.
  answer(asked: Parsings): Promise<object> | object
}

/** What `mount` needs of the app. */
export interface Door {
  readonly app: Hono<Env>
  readonly callerOf: (c: Ctx) => Promise<Caller>
  /** Counts a public request against its network's allowance; throws `TOO_MANY_REQUESTS`. */
  readonly admit: (c: Ctx, write: boolean) => Promise<void>
  /** Whether somebody of the staff has signed in with this browser before. */
  readonly signedInBefore: (c: Ctx) => boolean
  /** Keeps people of one agency to it. */
  readonly walls: Walls
  readonly newId: () => string
  /** Whether an office serves nobody yet. */
  readonly isPreparing: (office: string) => boolean
  /** What is done here is thrown away. */
  readonly rehearsing: boolean
  /** What answers for an office that does not rehearse, while this program is the rehearsal of another one. */
  readonly besides: (office: string | undefined) => ReturnType<Rehearsal['besides']>
}

/** Acts of a counter that name whom or what they are for. */
const OUT_OF_TURN = /\/(open|resume|call-next)$/

/** Puts one route of the contract on the app: parse, admit, allow, handle, answer. */
export function mount<K extends RouteKey>(door: Door, key: K, handle: Handler<K>): void {
  const route: Route = api[key]
  const [method, path] = key.split(' ') as ['GET' | 'POST' | 'PATCH', string]
  const handler: AnyHandler = { answer: handle }
  const open = route.access === 'anybody' || route.access === 'holder'
  door.app.on(method, path, async c => {
    c.set('route', key)
    const caller = await door.callerOf(c)
    const guest = !caller.staff && caller.devices.length === 0
    if (open && !route.unlimited && guest) await door.admit(c, method !== 'GET')
    // Who has signed out in the rehearsal is not asked of a program that may not have heard of it.
    const known = open || caller.staff !== undefined
    const besides = () => (known && isBesides(method, route) ? door.besides(c.req.param('office')) : undefined)
    if (besides()) {
      const request = await received(c)
      const answering = besides()
      if (answering) return answering(request, c.env)
    }
    if (door.rehearsing && !rehearsed(method, route)) throw new AppError('REHEARSAL')
    const params = parse(route.params, c.req.param(), 'path')
    const { office } = (params ?? {}) as { office?: string }
    const by = allow(caller, route.access, office)
    const scope = open || office === undefined ? null : scopeOf(caller)
    const inBody = route.agency === 'service' && !('service' in (params as object))
    if (scope !== null && !inBody) await door.walls.named(scope, office!, route.agency, params as object)
    if (route.serves && office !== undefined && door.isPreparing(office)) throw new AppError('OFFICE_PREPARING')
    const query = parse(route.query, c.req.query(), 'query')
    const body =
      method === 'GET'
        ? undefined
        : parse(
            route.body,
            await bodyOf(c, guest && !(route.unlimited && door.signedInBefore(c)) ? 'guest' : 'known'),
            'body',
          )
    if (scope !== null && route.agency === 'counter' && method !== 'GET' && OUT_OF_TURN.test(path))
      await door.walls.counterBody(scope, office!, (params as { counter: string }).counter, body as object)
    if (scope !== null && inBody) await door.walls.named(scope, office!, route.agency, body as object)
    const given = c.req.header('idempotency-key')
    if (given !== undefined && !isGiven(given)) throw new AppError('BAD_REQUEST', { where: 'Idempotency-Key' })
    const answer = await handler.answer({ params, query, body, caller, by, scope, key: given ?? door.newId(), c })
    // A handler may have set the status of an answer that is no good news.
    return route.status === undefined ? c.json(answer) : c.json(answer, route.status)
  })
}

/** The request with its body read: whoever waits for what is done with it waits for nobody who sends by drops. */
async function received(c: Ctx): Promise<Request> {
  const { raw } = c.req
  if (raw.method === 'GET' || raw.method === 'HEAD') return raw
  return new Request(raw.url, { method: raw.method, headers: raw.headers, body: await textOf(c, 'known') })
}

/** The value as its schema has it; throws `BAD_REQUEST` or `TEXT_UNSEEN` naming the field, never its content. */
export function parse(schema: z.ZodType | undefined, value: unknown, where: string): unknown {
  if (!schema) return undefined
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  const isUnseen = issue.code === 'custom' && issue.params?.['code'] === 'TEXT_UNSEEN'
  const data = { where, field: issue.path.join('.'), problem: issue.message }
  throw new AppError(isUnseen ? 'TEXT_UNSEEN' : 'BAD_REQUEST', data)
}

async function bodyOf(c: Ctx, of: 'guest' | 'known'): Promise<unknown> {
  const type = c.req.header('content-type')
  const text = await textOf(c, of)
  if (text === '') return {}
  if (!type || !/^application\/json\b/i.test(type)) throw new AppError('UNSUPPORTED_MEDIA')
  return parseJson(text)
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('BAD_REQUEST', { where: 'body', problem: 'not JSON' })
  }
}
