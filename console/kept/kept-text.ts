/** What was typed in the fields of a form. */
export type Fields = Readonly<Record<string, string>>

interface Kept {
  readonly of: string
  /** By form, the one typed in last at the end. */
  readonly forms: Readonly<Record<string, { readonly at: number; readonly fields: Fields }>>
}

const PLACE = 'tanggap-kept-text'
/** Characters of all forms together; the settings of an office are some 70,000. */
const MOST = 200_000
/** No session is longer, and tomorrow's visitor is another one. */
const LONGEST_MS = 12 * 3_600_000

let owner: string | undefined

/** Whose text is kept in this tab from now on; somebody else's goes, and with `undefined`, at a sign-out, everybody's. */
export function keepTextOf(staffId: string | undefined): void {
  owner = staffId
  if (staffId === undefined || stored()?.of !== staffId) clear()
}

/** Whose text is kept now. */
export function textOwner(): string | undefined {
  return owner
}

/** What whoever is signed in typed in a form and has not sent. */
export function keptText(form: string): Fields | undefined {
  const kept = own().forms[form]
  return kept && Date.now() - kept.at < LONGEST_MS ? kept.fields : undefined
}

/** Keeps what is typed in a form, or with `undefined` forgets it. It stays in this tab and goes with it. */
export function keepText(form: string, fields: Fields | undefined): void {
  if (owner === undefined) return
  const { [form]: _before, ...others } = own().forms
  let forms: Kept['forms'] = fields ? { ...others, [form]: { at: Date.now(), fields } } : others
  let text = JSON.stringify({ of: owner, forms })
  while (text.length > MOST) {
    forms = Object.fromEntries(Object.entries(forms).slice(1))
    text = JSON.stringify({ of: owner, forms })
  }
  try {
    if (Object.keys(forms).length > 0) sessionStorage.setItem(PLACE, text)
    else sessionStorage.removeItem(PLACE)
  } catch {
    // A browser that keeps nothing: the form works as before, and loses its text with the page.
  }
}

function own(): Kept {
  const kept = stored()
  return owner !== undefined && kept?.of === owner ? kept : { of: owner ?? '', forms: {} }
}

function stored(): Kept | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(PLACE) ?? 'null') as Partial<Kept> | null
    if (typeof kept?.of !== 'string' || typeof kept.forms !== 'object') return undefined
    const readable = Object.entries(kept.forms).filter(([, it]) => isFields(it?.fields) && typeof it.at === 'number')
    return { of: kept.of, forms: Object.fromEntries(readable) }
  } catch {
    return undefined
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && Object.values(value).every(text => typeof text === 'string')
}

function clear(): void {
  try {
    sessionStorage.removeItem(PLACE)
  } catch {
    // Nothing is kept there.
  }
}
