import { html } from 'lit'
import type { Reply } from '../../../shared/contracts/api.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import { byName } from '../../../shared/kit/by-name.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { peopleText } from '../../../shared/text/people.ts'
import { t } from '../../../shared/web/lang.ts'
import '../../../shared/web/ui/ui-button.ts'
import type { StaffView } from '../../parts/page.ts'
import { roleName } from '../roles/role-name.ts'
import { agencyChoice, agencyIn, agencyWords, isLike, roleBoxes, roleFilter, stateTag } from './people-parts.ts'

type People = Reply<'GET /api/offices/:office/people'>

/** Where the page stands, for its list and its form. */
interface Seen {
  readonly office: OfficeInfo
  readonly staff: StaffView
  readonly roles: People['roles']
}

/** Those who have what is looked for, one of them chosen. */
export function peopleList(
  people: People['people'],
  { office, staff, roles }: Seen,
  of: {
    readonly wanted: string
    readonly ofRole: string
    readonly chosen: string
    readonly now: Instant
    readonly choose: (id: string) => void
  },
) {
  const wanted = of.wanted.trim().toLowerCase()
  const shown = byName(people).filter(
    ({ name, username, email, roles: has }) =>
      (!of.ofRole || has.includes(of.ofRole)) &&
      [name, username, email ?? ''].some(text => text.toLowerCase().includes(wanted)),
  )
  return html`<p class="soft" role="status">${t(peopleText.count, { n: shown.length, all: people.length })}</p>
    <ul class="people">
      ${shown.map(
        person =>
          html`<li>
            <button aria-pressed=${person.id === of.chosen} @click=${() => of.choose(person.id)}>
              <span
                ><b>${person.name}</b
                ><small
                  >${person.email ?? person.username} ·
                  ${person.roles.map(role => roleName(role, roles)).join(', ')}${agencyWords(office, staff, person)}</small
                ></span
              >
              ${stateTag(person, of.now)}
            </button>
          </li>`,
      )}
    </ul>`
}

/** By what somebody is looked for in the list. */
export function peopleFilters(
  wanted: string,
  roles: People['roles'],
  set: { readonly wanted: (text: string) => void; readonly role: (role: string) => void },
) {
  return html`<div class="find">
    <label class="field">
      <span>${t(peopleText.search)}</span>
      <input type="search" .value=${wanted} @input=${(e: Event) => set.wanted((e.target as HTMLInputElement).value)} />
    </label>
    ${roleFilter(roles, set.role)}
  </div>`
}

/** What the form says of whoever is invited; `error` is what its last press was refused with. */
export function invitedBy(form: HTMLFormElement, staff: StaffView, error: unknown) {
  const given = new FormData(form)
  const text = (name: string) => ((given.get(name) as string | null) ?? '').trim()
  const name = text('name')
  return {
    ...{ name, username: text('username').toLowerCase(), roles: given.getAll('roles') as string[] },
    ...(staff.agency === null ? { agency: agencyIn(form) } : {}),
    ...{ email: text('email') || null, employeeNumber: text('number') || null },
    meant: isLike(error, name),
  }
}

/** The form by which one person is invited. */
export function inviteForm({ office, staff, roles }: Seen, busy: boolean, submit: (event: SubmitEvent) => void) {
  const field = (name: 'name' | 'username' | 'email' | 'number', required = false) =>
    html`<label class="field">
      <span>${t(peopleText[`new.${name}`])}</span>
      <input name=${name} autocomplete="off" type=${name === 'email' ? 'email' : 'text'} ?required=${required} />
    </label>`
  return html`<section class="pane" aria-labelledby="new">
    <h2 id="new">${t(peopleText.invite)}</h2>
    <p class="soft">${t(peopleText['invite.why'])}</p>
    <form class="invite" @submit=${submit}>
      ${field('name', true)} ${field('username', true)} ${field('email')} ${field('number')}
      ${agencyChoice(office, staff, null)} ${roleBoxes(['officer'], roles)}
      <ui-button variant="primary" type="submit" ?busy=${busy}>${t(peopleText.invite)}</ui-button>
      <button type="submit" hidden></button>
    </form>
  </section>`
}
