import { css, html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { Words } from '../../../shared/kit/words.ts'
import type { ServiceInfo } from '../../../shared/office/office.ts'
import { INNER_COMPONENTS, type InnerComponent } from '../../../shared/office/standard.ts'
import type { ServiceChange } from '../../../shared/office/structure/members.ts'
import { adminBookingText } from '../../../shared/text/admin-booking.ts'
import { listPageText } from '../../../shared/text/list-pages.ts'
import { servicesText as words } from '../../../shared/text/services.ts'
import { standardText } from '../../../shared/text/standard.ts'
import { partText as parts } from '../../../shared/text/structure.ts'
import { t } from '../../../shared/web/lang.ts'
import '../../../shared/web/ui/ui-choice.ts'
import { chooser, textField, wordsField } from '../form/fields.ts'
import { ListPage } from '../form/list-page.ts'
import { newId } from '../form/new-id.ts'
import { gapsOf, isLetter, minutesOf, MOST_MINUTES, stepsOf, stepsText, type Minutes } from './service-parts.ts'

/** The services of the office in their order, each with its letter, its next step, its promises and its standard. */
@customElement('admin-services')
export class AdminServices extends ListPage {
  static override styles = [
    ...ListPage.styles,
    css`
      h2 {
        font-size: 1rem;
      }
    `,
  ]

  protected readonly list = 'services'

  protected get addLabel(): string {
    return t(words.add)
  }

  protected made() {
    const id = newId()
    const taken = new Set(this.draft.services.filter(s => !s.retired).map(s => s.letter))
    const letter = [...'ABCDEFGHJKLMNPQRSTUVWXYZ'].find(l => !taken.has(l)) ?? ''
    return { id, services: [{ id, letter, name: ['', ''] as const }] }
  }

  /** A service that the address names stands open. */
  protected override isOpen(id: string): boolean {
    return super.isOpen(id) || id === this.path
  }

  protected override wrongFields(): number {
    const wrong = (s: ServiceInfo) =>
      [!isLetter(s.letter), ...minutesOf(s).map(([, value, most]) => !(value >= 1 && value <= most))].filter(Boolean)
    return this.draft.services.reduce((n, s) => n + wrong(s).length, 0)
  }

  protected summaryOf(id: string) {
    const service = this.#of(id)
    const names = this.draft.counters.filter(c => c.services.includes(id)).map(c => c.name)
    const counters = names.length > 0 ? names.join(', ') : t(words['counters.none'])
    const state = service.retired ? t(words.retired) : service.open ? '' : t(words.paused)
    const gaps = gapsOf(service).length
    return html`${service.letter} · ${t(words.cases, { n: service.cases.length })} ·
      <span class=${names.length === 0 && !service.retired ? 'bad' : ''}>${counters}</span> ·
      <span class=${gaps > 0 ? 'bad' : ''}>${t(words.filled, { n: 14 - gaps })}</span
      >${state ? html` · <b>${state}</b>` : nothing}`
  }

  protected fieldsOf(id: string) {
    const service = this.#of(id)
    const { draft } = this
    const field = (part: keyof typeof parts) => ({
      field: `services.${id}.${part}`,
      label: t(parts[part]),
      wrong: this.unsoundAt(`services.${id}.${part}`),
    })
    const words_ = (part: 'name' | 'detail' | 'product' | 'fee' | 'complaints') =>
      wordsField(field(part), service[part], value => this.#set({ id, [part]: value }))
    const badLetter = this.tried && !isLetter(service.letter) ? t(listPageText['letter.wrong']) : field('letter').wrong
    const others = draft.services.filter(s => s.id !== id && !s.retired).map(s => ({ id: s.id, name: t(s.name) }))
    const agencies = draft.agencies.map(a => ({ id: a.id, name: t(a.name) }))
    return html`${this.#state(service)} ${words_('name')} ${words_('detail')}
      <div class="three top">
        ${textField({ ...field('letter'), wrong: badLetter, value: service.letter, most: 2, set: letter => this.#set({ id, letter: letter.toUpperCase() }) })}
        ${chooser(field('next'), service.next, others, t(words['next.none']), next => this.#set({ id, next }))}
        ${agencies.length > 0 ? chooser(field('agency'), service.agency, agencies, t(listPageText.whole), agency => this.#set({ id, agency })) : nothing}
      </div>
      <div class="three top">
        ${minutesOf(service).map(([name, value, most]) => this.#minutes(id, name, value, most))}
      </div>
      ${this.#gaps(service)}
      <h2>${t(words.published)}</h2>
      ${this.#steps(service)} ${words_('product')} ${words_('fee')}
      ${this.#choice(t(parts.free), '', service.free, free => this.#set({ id, free }))} ${words_('complaints')}
      <p class="note">${t(words.elsewhere)} <a href="#/pengaturan">${t(adminBookingText['section.services'])}</a>.</p>
      <h2>${t(words.inner)}</h2>
      ${INNER_COMPONENTS.map(name => this.#component(service, name))}`
  }

  #state(service: ServiceInfo) {
    const { id } = service
    return html`<div class="pair" role="group" aria-label=${t(words.state)}>
      ${this.#choice(t(words.open), t(words['open.note']), service.open, open => this.#set({ id, open }))}
      ${this.#choice(t(parts.retired), t(words['retired.note']), service.retired, retired => this.#set({ id, retired }))}
    </div>`
  }

  #choice(label: string, note: string, on: boolean, set: (on: boolean) => void) {
    return html`<ui-choice ?checked=${on} @change=${(e: CustomEvent<{ checked: boolean }>) => set(e.detail.checked)}
      ><span>${label}${note ? html`<small>${note}</small>` : nothing}</span></ui-choice
    >`
  }

  #minutes(id: string, name: Minutes, value: number, most: number) {
    const right = value >= 1 && value <= most
    return textField({
      field: `services.${id}.${name}`,
      label: t(parts[name]),
      value: Number.isFinite(value) ? String(value) : '',
      number: true,
      most: 3,
      wrong: this.tried && !right ? t(words.minutes, { max: MOST_MINUTES[name] }) : '',
      set: typed => this.#set({ id, [name]: /^\d+$/.test(typed.trim()) ? Number(typed) : Number.NaN }),
    })
  }

  /** What of the standard nobody has filled in, each with the way to it. */
  #gaps(service: ServiceInfo) {
    const gaps = gapsOf(service)
    const filled = html`<b>${t(words.filled, { n: 14 - gaps.length })}</b>`
    if (gaps.length === 0) return html`<p>${filled}</p>`
    return html`<p class="bad">
      ${filled}. ${t(words.gaps)}
      ${gaps.map(
        (gap, i) =>
          html`${i > 0 ? ', ' : nothing}<a
              href="#/pengaturan/layanan/${service.id}"
              @click=${(e: Event) => this.#toGap(e, service.id, gap)}
              >${t(standardText[gap])}</a
            >`,
      )}
    </p>`
  }

  #toGap(event: Event, id: string, gap: string): void {
    event.preventDefault()
    const at = gap === 'requirements' ? '' : `w-services.${id}.${gap}`
    const field = this.renderRoot.querySelector<HTMLElement>(`[aria-describedby="${at}"]`)
    if (field) field.focus()
    else location.hash = '#/pengaturan'
  }

  #steps(service: ServiceInfo) {
    const { id, procedure } = service
    const field = (lang: 0 | 1) => ({
      field: `services.${id}.procedure${lang ? '.en' : ''}`,
      label: `${t(parts.procedure)}${lang ? ' (EN)' : ''}`,
      note: t(words['procedure.note']),
      value: stepsText(procedure, lang),
      rows: 3,
      most: 4000,
      set: (text: string) => this.#set({ id, procedure: stepsOf(text, procedure, lang) }),
    })
    return html`<div class="pair top">${textField(field(0))}${textField(field(1))}</div>`
  }

  #component({ id, standard }: ServiceInfo, name: InnerComponent) {
    const field = { field: `services.${id}.${name}`, label: t(standardText[name]), most: 2000, rows: 2 }
    return wordsField(field, standard[name], (value: Words) =>
      this.#set({ id, standard: { ...standard, [name]: value } }),
    )
  }

  #set(change: ServiceChange): void {
    this.change({ services: [change] })
  }

  #of(id: string): ServiceInfo {
    return this.draft.services.find(s => s.id === id)!
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'admin-services': AdminServices
  }
}
