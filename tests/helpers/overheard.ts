import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../../server/store/open/database.ts'
import type { TestApp } from './test-app.ts'

/** A made-up person: no such number and no such NIK exist. */
export interface Person {
  readonly name: string
  readonly phone: string
  readonly nik: string
}

const NAMES = ['Sekarwangi', 'Tirtayasa', 'Wulandaru', 'Brajamusti', 'Lintangsari', 'Megatruh', 'Pangkursari']
const MORE = ['Retnoduhita', 'Sinomwati', 'Kinanthiyah', 'Dhandhangan', 'Gambuhsari', 'Asmaradhana', 'Maskumambang']

export const people: readonly Person[] = [...NAMES, ...MORE].map((name, i) => ({
  name,
  phone: `0899-1111-${String(1001 + i)}`,
  nik: `00000000000${String(10_001 + i)}`,
}))

/** One request and what came back, with all that could carry something about a person. */
export interface Exchange {
  readonly path: string
  readonly method: string
  readonly asked: string
  readonly status: number
  readonly location: string
  readonly text: string
  readonly cookies: string
}

/** Writes down everything that goes over the wire from now on. */
export function overhear(app: TestApp): Exchange[] {
  const heard: Exchange[] = []
  const { app: hono } = app
  const request = hono.request.bind(hono)
  hono.request = async (input, init, ...rest) => {
    const response = await request(input, init, ...rest)
    heard.push({
      path: String(input),
      method: init?.method ?? 'GET',
      asked: typeof init?.body === 'string' ? init.body : '',
      status: response.status,
      location: response.headers.get('location') ?? '',
      text: await response.clone().text(),
      cookies: [...response.headers].map(pair => pair.join(': ')).join('\n'),
    })
    return response
  }
  return heard
}

/** What of these people stands in a text: names, numbers in any spelling, NIK, plain hashes of them, and `more` words. */
export function personalIn(text: string, more: ReadonlySet<string> = new Set()): string[] {
  const found = people.flatMap(({ name, phone, nik }) => {
    const digits = phone.replace(/\D/g, '').slice(1)
    const spellings = [phone, `0${digits}`, `62${digits}`, `+62${digits}`]
    const hashes = [name, nik, ...spellings].flatMap(word =>
      (['hex', 'base64', 'base64url'] as const).map(how => createHash('sha256').update(word).digest(how)),
    )
    const words = [name, nik, ...hashes].filter(word => text.includes(word))
    return [...words, ...(new RegExp(digits.split('').join('[-. ()]{0,2}')).exec(text) ?? [])]
  })
  return [...new Set([...found, ...[...more].filter(word => text.includes(word))])]
}

/** Every row of every table, by table. */
export async function allRows(db: Database): Promise<Map<string, string>> {
  const tables = await db.kysely.introspection.getTables({ withInternalKyselyTables: true })
  const found = new Map<string, string>()
  for (const { name } of tables) {
    const { rows } = await sql`select * from ${sql.table(name)}`.execute(db.kysely)
    found.set(name, rows.map(row => JSON.stringify(row)).join('\n'))
  }
  return found
}

/** Keyed hashes and sealed texts by which somebody could be found or read again. */
export async function marksOf({ kysely }: Database): Promise<string[]> {
  const holders = await kysely.selectFrom('holders').selectAll().execute()
  const claims = await kysely.selectFrom('claims').select('person').execute()
  const files = await kysely.selectFrom('files').select('name').execute()
  const messages = await kysely.selectFrom('messages').select('address').execute()
  const pushes = await kysely.selectFrom('push_subscriptions').selectAll().execute()
  return [
    ...holders.flatMap(h => [h.name, h.phone, h.phone_key, h.device, h.network]),
    ...claims.map(c => c.person),
    ...files.map(f => f.name),
    ...messages.map(m => m.address),
    ...pushes.flatMap(p => [p.sealed, p.endpoint_hash]),
  ].filter(mark => mark !== null)
}
