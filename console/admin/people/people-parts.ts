import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import { AppError } from '../../../shared/kit/errors.ts'
import type { Reply } from '../../../shared/contracts/api.ts'
import { HOUR, type Instant, type LocalDate } from '../../../shared/kit/time.ts'
import { nameKey } from '../../../shared/office/file/same-person.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { peopleText } from '../../../shared/text/people.ts'
import { t } from '../../../shared/web/lang.ts'
import '../../../shared/web/ui/ui-banner.ts'
import '../../../shared/web/ui/ui-button.ts'
import '../../../shared/web/ui/ui-tag.ts'
import type { StaffView } from '../../parts/page.ts'
import { roleName } from '../roles/role-name.ts'
import './person-plan.ts'

type People = Reply<'GET /api/offices/:office/people'>
type Listed = People['people'][number]

/** Whether somebody may come in, has been invited, or is off. */
export function stateTag({ state, linkUntil }: Pick<People['people'][number], 'state' | 'linkUntil'>, now: Instant) {
  if (state === 'active') return html`<ui-tag tone="go">${t(peopleText.active)}</ui-tag>`
  if (state === 'off') return html`<ui-tag>${t(peopleText.off)}</ui-tag>`
  if (linkUntil === null) return html`<ui-tag tone="warn">${t(peopleText['no.password'])}</ui-tag>`
  const hours = Math.ceil((linkUntil - now) / HOUR)
  return html`<ui-tag tone="warn"
    >${hours > 0 ? t(peopleText.invited, { hours }) : t(peopleText['invited.over'])}</ui-tag
  >`
}

/**
 * A choice among the agencies of the hall; nothing for who belongs to one of them, or where there are none. Whose agency is gone
 * chooses anew.
 */
export function agencyChoice({ agencies }: OfficeInfo, staff: StaffView, chosen: string | null) {
  if (staff.agency !== null || (agencies.length === 0 && chosen === null)) return nothing
  const now = agencies.some(({ id }) => id === chosen) ? chosen : null
  return html`<label class="field">
    <span>${t(peopleText.agency)}</span>
    <select name="agency" .value=${live(now ?? '')}>
      <option value="" ?selected=${now === null}>${t(peopleText['agency.none'])}</option>
      ${agencies.map(({ id, name }) => html`<option value=${id} ?selected=${id === now}>${t(name)}</option>`)}
    </select>
  </label>`
}

/** The agency that a form names; `null` for the whole office. */
export function agencyIn(form: HTMLFormElement): string | null {
  return (new FormData(form).get('agency') as string | null) || null
}

/** The agency of somebody, behind a dot, for who sees several. */
export function agencyWords({ agencies }: OfficeInfo, staff: StaffView, { agency }: { agency: string | null }): string {
  const found = agencies.find(({ id }) => id === agency)
  return found && staff.agency === null ? ` · ${t(found.name)}` : ''
}

/** What is known of an account; `plan` of today and when its holder came `last`, in words. */
export function personFacts(
  { username, employeeNumber, secondFactor, owesSecond }: Listed,
  { plan, last }: { readonly plan: unknown; readonly last: string },
) {
  return html`<dl>
    <dt>${t(peopleText.username)}</dt>
    <dd>${username}</dd>
    <dt>${t(peopleText.number)}</dt>
    <dd>${employeeNumber ?? '–'}</dd>
    ${plan}
    <dt>${t(peopleText.last)}</dt>
    <dd>${last}</dd>
    <dt>${t(peopleText.second)}</dt>
    <dd>${t(peopleText[secondFactor ? 'second.on' : owesSecond ? 'second.owed' : 'second.none'])}</dd>
  </dl>`
}

/** The plan of somebody on a date, for whoever may see the plan of the week. */
export function planRow(office: OfficeInfo, staff: StaffView, person: string, date: LocalDate) {
  if (!staff.permissions.includes('roster.plan')) return nothing
  return html`<dt>${t(peopleText.plan)}</dt>
    <dd><person-plan .office=${office} .person=${person} .date=${date}></person-plan></dd>`
}

/** The counter at which somebody is now, for an act that says it was read; nothing of whoever is at none. */
export function foreseenAt({ atWork }: Pick<Listed, 'atWork'>): { foreseen?: string } {
  return atWork ? { foreseen: atWork.counterId } : {}
}

/** Where somebody is at work now, and what a change of the account does there. */
export function workNote({ counters }: OfficeInfo, { atWork, own }: Pick<Listed, 'atWork' | 'own'>) {
  if (!atWork || own) return nothing
  const { counterId, number } = atWork
  const counter = counters.find(c => c.id === counterId)?.name ?? counterId
  const serves =
    number === null ? t(peopleText['at.work'], { counter }) : t(peopleText['at.work.serves'], { counter, number })
  return html`<ui-banner tone="attention">${serves} ${t(peopleText['at.work.why'])}</ui-banner>`
}

type Roles = People['roles']

/** The roles to choose from, these chosen; one that whoever chooses may not give stays as it is. */
export function roleBoxes(chosen: readonly string[], all: Roles) {
  const gone = chosen.filter(id => !all.some(role => role.id === id)).map(id => ({ id, name: null, givable: true }))
  return html`<fieldset>
    <legend>${t(peopleText.role)}</legend>
    ${[...all, ...gone].map(({ id, givable }) => {
      const has = chosen.includes(id)
      return html`<label class="box"
        ><input type="checkbox" name="roles" value=${id} .checked=${has} ?disabled=${!givable && !has} />${roleName(
          id,
          all,
        )}</label
      >`
    })}
  </fieldset>`
}

/** The roles that a form names. */
export function rolesIn(form: HTMLFormElement): string[] {
  return new FormData(form).getAll('roles') as string[]
}

/** A choice among the roles that somebody may have, to look for whoever has one. */
export function roleFilter(all: Roles, choose: (role: string) => void) {
  return html`<label class="field">
    <span>${t(peopleText.role)}</span>
    <select @change=${(e: Event) => choose((e.target as HTMLSelectElement).value)}>
      <option value="">${t(peopleText.all)}</option>
      ${all.map(({ id }) => html`<option value=${id}>${roleName(id, all)}</option>`)}
    </select>
  </label>`
}

/** The offices that a refusal named as left without anybody: the same press again takes them over. */
export function leftBy(error: unknown, person: { readonly id: string }): string[] {
  if (!(error instanceof AppError) || error.code !== 'OFFICES_LEFT' || error.data?.['person'] !== person.id) return []
  return error.data['offices'] as string[]
}

/** Whether a refusal asked about somebody of this name: the same press again means another one. */
export function isLike(error: unknown, name: string): boolean {
  if (!(error instanceof AppError) || error.code !== 'PERSON_LIKE') return false
  return nameKey(error.data!['name'] as string) === nameKey(name)
}
