import { html } from 'lit'
import { METHODS, METHOD_WORDS } from '../../shared/survey/ikm.ts'
import { adminText } from '../../shared/text/admin.ts'
import { t } from '../../shared/web/lang.ts'
import type { Draft } from './admin-draft.ts'
import './admin-hours.ts'
import type { DraftDay } from './draft-days.ts'
import { area, choice, line, pane, select, type SettingsForm } from './settings-form.ts'

type TextField = 'holidays' | 'textId' | 'textEn' | 'credit' | 'grace' | 'places' | 'minRatings'

/** Hours, services on offer, texts, voice, the rules of the queue and of the survey. */
export function officeSection(form: SettingsForm) {
  return html`<div class="columns">
    <div class="stack">${hours(form)} ${holidays(form)}</div>
    <div class="stack">${services(form)} ${texts(form)} ${voice(form)} ${rules(form)} ${survey(form)}</div>
  </div>`
}

function hours({ draft, problems, set }: SettingsForm) {
  return pane(
    t(adminText['set.hours']),
    html`${choice(draft.alwaysOpen, t(adminText['set.always']), t(adminText['set.always.note']), alwaysOpen =>
        set({ alwaysOpen }),
      )}
      <admin-hours
        .days=${draft.days}
        .problems=${problems}
        ?wrong=${Object.keys(problems).some(name => name.startsWith('day.'))}
        @days=${(e: CustomEvent<readonly DraftDay[]>) => set({ days: e.detail })}
      ></admin-hours>`,
  )
}

function holidays(form: SettingsForm) {
  const field = textField(form, 'holidays', 'set.holidays')
  return pane(t(adminText['set.holidays']), area(form.problems, field, 9, true), t(adminText['set.holidays.note']))
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

function voice({ draft, set }: SettingsForm) {
  return pane(
    t(adminText['set.voice']),
    html`<div class="pair">
      ${select(
        t(adminText['set.reading']),
        draft.reading,
        ['digits', 'whole'],
        v => t(adminText[`set.reading.${v}`]),
        reading => set({ reading }),
      )}
      ${select(
        t(adminText['set.voiceLang']),
        draft.voice,
        ['id', 'id+en'],
        v => t(adminText[`set.voice.${v}`]),
        value => set({ voice: value }),
      )}
    </div>`,
  )
}

function rules(form: SettingsForm) {
  const number = (name: TextField, label: keyof typeof adminText) => line(form.problems, textField(form, name, label))
  return pane(
    t(adminText['set.rules']),
    html`<div class="three">
      ${number('credit', 'set.credit')} ${number('grace', 'set.grace')} ${number('places', 'set.places')}
    </div>`,
  )
}

function survey(form: SettingsForm) {
  return pane(
    t(adminText['set.survey']),
    html`<div class="pair">
      ${line(form.problems, textField(form, 'minRatings', 'set.minRatings'))}
      ${select(
        t(adminText['set.method']),
        form.draft.ikmMethod,
        METHODS,
        v => t(METHOD_WORDS[v]),
        ikmMethod => form.set({ ikmMethod }),
      )}
    </div>`,
  )
}

function textField({ draft, set }: SettingsForm, name: TextField, label: keyof typeof adminText) {
  return {
    name,
    label: t(adminText[label]),
    value: draft[name],
    set: (value: string) => set({ [name]: value } as Partial<Draft>),
  }
}
