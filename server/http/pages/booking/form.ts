import { contact, slotId, type Contact } from '../../../../shared/contracts/booking-routes.ts'
import { AppError } from '../../../../shared/kit/errors.ts'
import type { Instant } from '../../../../shared/kit/time.ts'
import type { Lang } from '../../../../shared/kit/words.ts'
import { textOf } from '../../body.ts'
import type { Ctx } from '../../context.ts'
import type { Typed, TypedField, Wanted } from './contact-page.ts'
import type { Wait } from './desk.ts'
import { dateOf, type Fields } from './way.ts'

const KEY = /^[\w-]{8,100}$/

/** The fields of a form that was sent without scripts. */
export async function formOf(c: Ctx): Promise<Fields> {
  const type = c.req.header('content-type') ?? ''
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) throw new AppError('UNSUPPORTED_MEDIA')
  return fieldsIn(new URLSearchParams(await textOf(c, 'guest')))
}

/** The fields of an address. */
export function queryFields(c: Ctx): Fields {
  return fieldsIn(new URL(c.req.url).searchParams)
}

/** What an address or a form asks for; `undefined` where it asks for nothing we know. */
export function wantedOf(fields: Fields): Wanted | undefined {
  const one = (name: string) => fields[name]?.[0]
  const waitlist = dateOf(one('waitlist'))
  if (waitlist !== undefined) return { kind: 'waitlist', date: waitlist }
  const date = dateOf(one('draw'))
  if (date !== undefined) {
    const wishes = [...new Set((fields['wish'] ?? []).filter(w => slotId.safeParse(w).success))].slice(0, 3)
    return wishes.length === 0 ? undefined : { kind: 'draw', date, wishes, any: one('any') === '1' }
  }
  const slot = one('slot')
  if (slot === undefined || !slotId.safeParse(slot).success) return undefined
  return { kind: 'slot', slot }
}

/** The id of the act, made by the server with the form; an address has none. */
export function keyOf(fields: Fields): string | undefined {
  const key = fields['key']?.[0]
  return key !== undefined && KEY.test(key) ? key : undefined
}

/** What somebody typed, kept as it is for the next drawing of the form. */
export function typedOf(fields: Fields): Typed {
  const one = (name: TypedField) => fields[name]?.[0]?.slice(0, 120) || undefined
  return { name: one('name'), phone: one('phone'), nik: one('nik'), channel: one('channel') }
}

/** The contact in the contract's form, or the first field that is not right. */
export function contactOf(typed: Typed, lang: Lang): { readonly contact: Contact } | { readonly bad: TypedField } {
  const given = Object.fromEntries(
    Object.entries({ ...typed, nik: typed.nik?.replace(/[\s.]/g, '') }).filter(
      ([, v]) => v !== undefined && v.trim() !== '',
    ),
  )
  const parsed = contact.safeParse({ ...given, lang })
  if (parsed.success) return { contact: parsed.data }
  return { bad: (parsed.error.issues[0]?.path[0] as TypedField | undefined) ?? 'name' }
}

/** A while that was waited in place of a proof, and from when it counts. */
export function waitOf(fields: Fields): Wait['wait'] | undefined {
  const token = fields['patience']?.[0]
  return token === undefined ? undefined : { token: token.slice(0, 400), from: instantOf(fields['from']?.[0]) ?? 0 }
}

/** Whether somebody comes from a ticket that this phone has just forgotten. */
export function hasForgotten(c: Ctx): boolean {
  return c.req.query('lupa') === '1'
}

/** The script asks for data. */
export function wantsData(c: Ctx): boolean {
  return c.req.header('accept') === 'application/json'
}

function instantOf(text: string | undefined): Instant | undefined {
  return text !== undefined && /^\d{10,15}$/.test(text) ? Number(text) : undefined
}

function fieldsIn(search: URLSearchParams): Fields {
  const fields: Record<string, string[]> = Object.create(null) as Record<string, string[]>
  for (const [name, value] of search) (fields[name] ??= []).push(value)
  return fields
}
