import { html } from 'lit'
import { AppError } from '../../../shared/kit/errors.ts'
import { fieldsOf, type List, type OfficeChange } from '../../../shared/office/structure/change.ts'
import type { Unsound } from '../../../shared/office/structure/sound.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { adminText } from '../../../shared/text/admin.ts'
import { effectsText } from '../../../shared/text/effects.ts'
import { formText as words } from '../../../shared/text/structure-form.ts'
import { unsoundText } from '../../../shared/text/unsound.ts'
import { t } from '../../../shared/web/lang.ts'
import '../../../shared/web/ui/ui-dialog.ts'
import type { LeaveGuard } from '../../leave/leave-guard.ts'
import { fieldName, fieldText } from '../said/field-words.ts'
import { sentenceOf } from '../../parts/sentence.ts'
import { memberName } from '../said/structure-words.ts'
import type { Changing } from './effects-pane.ts'

const MOST_NAMES = 3

/** What does not fit, and what mends it. */
export function unsoundSaid({ problem, with: what, field }: Unsound, office: OfficeInfo): string {
  const lists: readonly List[] = ['services', 'agencies', 'areas', 'counters']
  const named = lists.map(list => memberName(office, list, String(what))).find(name => name !== String(what))
  const [, id] = field.split('.')
  const one = office.services.find(s => s.id === id)?.cases.find(c => c.id === what)
  return t(unsoundText[problem], { with: named ?? (one ? t(one.label) : what) })
}

/** The first few things that do not fit, in one line. */
export function unsoundSummary(all: readonly Unsound[], office: OfficeInfo): string {
  const said = [...new Set(all.map(u => `${fieldName(u.field, office)}: ${unsoundSaid(u, office)}`))]
  return t(words.unsound, { what: said.slice(0, MOST_NAMES).join(' ') })
}

/** Why the server does not take a change: each thing that does not fit with its place, or the sentence of any other error. */
export function refusedSaid(error: unknown, office: OfficeInfo): string {
  const problems =
    error instanceof AppError && error.code === 'STRUCTURE_UNSOUND' ? error.data?.['problems'] : undefined
  return problems ? unsoundSummary(problems as readonly Unsound[], office) : sentenceOf(error)
}

/** How a form stands that nothing is under way with. */
export function footSaid(names: readonly string[], wrong: number, saved: string): string {
  if (wrong > 0) return t(adminText['set.problems'], { n: wrong })
  if (names.length > 0) return t(words.unsaved, { n: names.length, names: shortened(names) })
  return saved || t(adminText['set.clean'])
}

/** What came of a save: how many it let go, and where that is not what was foreseen, both. */
export function savedSaid(touched: number, foreseen: number): string {
  if (touched !== foreseen) return t(effectsText['saved.other'], { n: touched, seen: foreseen })
  return touched === 0 ? t(adminText['set.saved']) : t(effectsText.saved, { n: touched })
}

/** Each field of a change with what it held and what it will hold. */
export function changesSaid(
  { seen, ...change }: OfficeChange & { readonly seen?: OfficeChange },
  stored: OfficeInfo,
  wanted: OfficeInfo,
): readonly Changing[] {
  const before = fieldsOf(seen ?? {})
  return [...fieldsOf(change)].map(([field, value]) => ({
    name: fieldName(field, field.endsWith('.removed') ? stored : wanted),
    before: fieldText(field, before.get(field), stored),
    after: fieldText(field, value, wanted),
  }))
}

/** Asks before what was typed is left. */
export function leaveDialog(guard: LeaveGuard, discard: () => void) {
  return html`<ui-dialog
    ?open=${guard.asking}
    heading=${t(adminText['set.leave'])}
    primary=${t(adminText['set.stay'])}
    secondary=${t(adminText['set.discard'])}
    secondaryVariant="danger"
    @primary=${() => guard.stay()}
    @dismiss=${() => guard.stay()}
    @secondary=${discard}
    >${t(adminText['set.leave.why'])}</ui-dialog
  >`
}

/** Names, the first few of many. */
export function shortened(names: readonly string[]): string {
  const first = names.slice(0, MOST_NAMES).join(', ')
  const rest = names.length - MOST_NAMES
  return rest > 0 ? t(words.more, { names: first, n: rest }) : first
}
