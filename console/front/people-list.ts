import { plainPhone } from '../../shared/kit/phone.ts'

/** Most people that one group booking takes. */
export const MOST_PEOPLE = 60

const LONGEST_NAME = 60

/** One pasted line: a person, or why it is none. */
export interface PersonLine {
  /** Line in the pasted text, from 1. */
  readonly line: number
  readonly name: string
  readonly phone?: string
  readonly problem?: 'name' | 'long' | 'phone' | 'many'
  /** An earlier line with the same name; no problem, but worth a look. */
  readonly twice?: number
}

/**
 * The people of a pasted list: one a line, a phone after a comma, a semicolon or a tab (as a spreadsheet pastes it).
 * Bullets and counts before a name are taken off; empty lines are passed over.
 * @example readPeople('1. Budi, 0812 0000 0001') // [{ line: 1, name: 'Budi', phone: '0812 0000 0001' }]
 */
export function readPeople(text: string): readonly PersonLine[] {
  const found: PersonLine[] = []
  const seen = new Map<string, number>()
  for (const [i, raw] of text.split(/\r\n|\r|\n/).entries()) {
    if (raw.trim() === '') continue
    const [first = '', ...rest] = raw.split(/[,;\t]/)
    const name = first
      .replace(/^\s*(?:[-*•]|\d{1,3}[.)])\s*/, '')
      .replace(/\s+/g, ' ')
      .trim()
    const phone = rest.join(' ').trim()
    const problem = problemOf(name, phone, found.length)
    const twice = seen.get(name.toLowerCase())
    found.push({
      line: i + 1,
      name,
      ...(phone ? { phone } : {}),
      ...(problem ? { problem } : {}),
      ...(twice === undefined || name === '' ? {} : { twice }),
    })
    if (twice === undefined) seen.set(name.toLowerCase(), i + 1)
  }
  return found
}

/** Whether a phone is spelled so that the office can use it. */
export function isPhone(text: string): boolean {
  return plainPhone(text) !== undefined
}

function problemOf(name: string, phone: string, before: number): PersonLine['problem'] {
  if (before >= MOST_PEOPLE) return 'many'
  if (name === '') return 'name'
  if (name.length > LONGEST_NAME) return 'long'
  return phone !== '' && !isPhone(phone) ? 'phone' : undefined
}
