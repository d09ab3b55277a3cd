import { html, nothing } from 'lit'
import { isTrial } from '../../shared/office/hours.ts'
import { adminText } from '../../shared/text/admin.ts'
import { t } from '../../shared/web/lang.ts'
import './admin-hours.ts'
import type { DraftDay } from './draft-days.ts'
import { area, choice, pane, type SettingsForm } from './settings-form.ts'
import { tablePane } from './settings-table.ts'

type TextField = 'holidays' | 'textId' | 'textEn'

/** Hours, services on offer, texts, voice, the rules of the queue and of the survey. */
export function officeSection(form: SettingsForm) {
  return html`<div class="columns">
    <div class="stack">${hours(form)} ${holidays(form)}</div>
    <div class="stack">
      ${tablePane(form, 'hall', 'office', 'plain')} ${tablePane(form, 'hall', 'where', 'plain')} ${services(form)}
      ${texts(form)} ${tablePane(form, 'hall', 'voice', 'pair')} ${tablePane(form, 'hall', 'signIn', 'plain')}
      ${tablePane(form, 'rules', 'rules', 'three')} ${tablePane(form, 'survey', 'survey', 'pair')}
    </div>
  </div>`
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

function services({ draft, stored, set }: SettingsForm) {
  const toggle = (id: string, open: boolean) =>
    set({ closed: stored.services.map(s => s.id).filter(s => (s === id ? !open : draft.closed.includes(s))) })
  return pane(
    t(adminText['set.services']),
    html`<div class="services">
      ${stored.services.map(s => choice(!draft.closed.includes(s.id), t(s.name), '', open => toggle(s.id, open)))}
    </div>`,
    t(adminText['set.services.note']),
  )
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
