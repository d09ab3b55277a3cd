import { html, nothing } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import type { Reply } from '../../../shared/contracts/api.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { emptiedBy } from '../../../shared/roster/places.ts'
import { peopleText } from '../../../shared/text/people.ts'
import { t } from '../../../shared/web/lang.ts'
import '../../../shared/web/ui/ui-banner.ts'
import '../../../shared/web/ui/ui-button.ts'
import type { StaffView } from '../../parts/page.ts'
import { daySays } from '../../roster/roster-says.ts'
import { agencyChoice, agencyIn, roleBoxes, rolesIn } from './people-parts.ts'

type People = Reply<'GET /api/offices/:office/people'>
type Listed = People['people'][number]

/** What of an account is chosen and not saved yet. */
export interface Wish {
  readonly roles?: readonly string[]
  readonly agency?: string | null
}

/** Whose account it is, and who changes it. */
interface Changing {
  readonly office: OfficeInfo
  readonly staff: StaffView
  readonly person: Listed
  readonly all: People['roles']
  readonly busy: boolean
  readonly wish: Wish
}

interface Acts {
  readonly wished: (wish: Wish) => void
  readonly roles: (event: SubmitEvent) => void
  readonly move: (event: SubmitEvent) => void
}

const formOf = (event: Event) => event.currentTarget as HTMLFormElement

/** The forms by which somebody gets other roles and goes to another agency, each with what becomes empty by its choice. */
export function choiceForms(of: Changing, { wished, roles, move }: Acts) {
  const { office, staff, person, all, busy, wish } = of
  const { agency = person.agency } = wish
  const choice = agencyChoice(office, staff, agency)
  return html`<form @submit=${roles} @change=${(e: Event) => wished({ ...wish, roles: rolesIn(formOf(e)) })}>
      ${roleBoxes(person.roles, all)} ${wish.roles ? shiftsNote(of, { roles: wish.roles }) : nothing}
      <ui-button type="submit" ?busy=${busy}>${t(peopleText['roles.go'])}</ui-button>
      <p class="soft">${t(peopleText['roles.why'])}</p>
    </form>
    ${
      choice === nothing
        ? nothing
        : html`<form @submit=${move} @change=${(e: Event) => wished({ ...wish, agency: agencyIn(formOf(e)) })}>
            ${keyed(person.id, choice)} ${shiftsNote(of, { agency })}
            <ui-button type="submit" ?busy=${busy}>${t(peopleText['agency.go'])}</ui-button>
            <p class="soft">${t(peopleText['agency.why'])}</p>
          </form>`
    }`
}

/** How many planned shifts become empty by what is chosen, or by switching off, and the day of the first; nothing where none does. */
export function shiftsNote({ office, person, all }: Pick<Changing, 'office' | 'person' | 'all'>, wish: Wish | 'off') {
  const { planned, roles, agency } = { ...person, ...(wish === 'off' ? {} : wish) }
  const has = all.filter(role => roles.includes(role.id))
  const may = { counter: has.some(role => role.counter), front: has.some(role => role.front) }
  const { count, first } = emptiedBy(office, planned, { active: wish !== 'off', agency, ...may })
  if (count === 0) return nothing
  const words = peopleText[wish === 'off' ? 'shifts.off' : 'shifts.lost']
  return html`<ui-banner tone="attention">${t(words, { n: count, day: daySays(first) })}</ui-banner>`
}
