import { html, nothing } from 'lit'
import type { Zone } from '../../shared/kit/time.ts'
import { isTrial } from '../../shared/office/hours.ts'
import { adminBookingText } from '../../shared/text/admin-booking.ts'
import { adminText } from '../../shared/text/admin.ts'
import { t } from '../../shared/web/lang.ts'
import './admin-hours.ts'
import './look/office-look.ts'
import type { Look } from './look/office-look.ts'
import type { DraftDay } from './draft-days.ts'
import { area, line, pane, select, type SettingsForm } from './settings-form.ts'
import { tablePane } from './settings-table.ts'

type TextField = 'name' | 'city' | 'holidays' | 'textId' | 'textEn'

const ZONES: readonly Zone[] = ['WIB', 'WITA', 'WIT']

/** Hours, texts, voice, the rules of the queue and of the survey. */
export function officeSection(form: SettingsForm) {
  return html`<div class="columns">
    <div class="stack">${hours(form)} ${holidays(form)}</div>
    <div class="stack">
      ${known(form)} ${tablePane(form, 'hall', 'office', 'plain', look(form))}
      ${tablePane(form, 'hall', 'where', 'plain')} ${texts(form)} ${tablePane(form, 'hall', 'voice', 'pair')}
      ${tablePane(form, 'hall', 'signIn', 'plain')} ${tablePane(form, 'rules', 'rules', 'three')}
      ${tablePane(form, 'survey', 'survey', 'pair')} ${tablePane(form, 'survey', 'complaints', 'pair')}
      ${tablePane(form, 'survey', 'report', 'pair')} ${tablePane(form, 'hall', 'skmReport', 'pair')}
    </div>
  </div>`
}

/** What everybody knows the office by, and the clock that it goes by. */
function known(form: SettingsForm) {
  const { draft, problems, set } = form
  return pane(
    t(adminText['set.known']),
    html`${line(problems, textField(form, 'name', 'set.name'), 'text')}
    ${line(problems, textField(form, 'city', 'set.city'), 'text')}
    ${select(
      t(adminText['set.zone']),
      draft.zone,
      ZONES,
      zone => t(adminText[`zone.${zone}`]),
      zone => set({ zone }),
    )}`,
  )
}

function look({ draft, stored, set }: SettingsForm) {
  return html`<office-look
    .office=${stored.id}
    .accent=${draft.hall.accent}
    .logo=${draft.hall.logo}
    @look=${(e: CustomEvent<Look>) => set({ hall: { ...draft.hall, ...e.detail } })}
  ></office-look>`
}

function hours(form: SettingsForm) {
  const { draft, problems, set } = form
  return tablePane(
    form,
    'hall',
    'hours',
    'plain',
    html`<admin-hours
      .days=${draft.days}
      .problems=${problems}
      ?wrong=${Object.keys(problems).some(name => name.startsWith('day.'))}
      @days=${(e: CustomEvent<readonly DraftDay[]>) => set({ days: e.detail })}
    ></admin-hours>`,
  )
}

function holidays(form: SettingsForm) {
  const field = textField(form, 'holidays', 'set.holidays')
  const trial = isTrial(form.draft.hall) ? html`<p class="note">${t(adminText['set.holidays.trial'])}</p>` : nothing
  const note = t(adminText['set.holidays.note'])
  return pane(t(adminText['set.holidays']), html`${area(form.problems, field, 9, true)}${trial}`, note)
}

function texts(form: SettingsForm) {
  return pane(
    t(adminText['set.texts']),
    html`${area(form.problems, textField(form, 'textId', 'set.textId'), 3)}
    ${area(form.problems, textField(form, 'textEn', 'set.textEn'), 3)}`,
  )
}

function textField({ draft, set }: SettingsForm, name: TextField, label: keyof typeof adminText) {
  return {
    name,
    label: t(adminText[label]),
    value: draft[name],
    set: (value: string) => set({ [name]: value }),
  }
}

/** What other offices do, which the search tells of. */
export function searchSection({ draft, problems, set }: SettingsForm) {
  const field = {
    name: 'elsewhere',
    label: t(adminBookingText.elsewhere),
    value: draft.elsewhere,
    set: (value: string) => set({ elsewhere: value }),
  }
  const fields = area(problems, field, 10, true)
  return html`<div class="stack">
    ${pane(t(adminBookingText.elsewhere), fields, t(adminBookingText['elsewhere.note']))}
  </div>`
}
