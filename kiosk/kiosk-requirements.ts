import { LitElement, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { LocalDate } from '../shared/kit/time.ts'
import type { HallOffice, HallService } from '../shared/office/office.ts'
import { caseOf } from '../shared/office/papers.ts'
import { papersCount, UNSURE } from '../shared/ticket/papers-words.ts'
import { papersText } from '../shared/text/papers.ts'
import { lifeEventText } from '../shared/text/life-events.ts'
import { kioskText } from '../shared/text/kiosk.ts'
import { LangController, lang, t } from '../shared/web/lang.ts'
import { baseStyles } from '../shared/web/ui/base-styles.ts'
import { emit } from '../shared/web/ui/emit.ts'
import { icon } from '../shared/web/ui/icons.ts'
import { pictogram } from '../shared/web/ui/pictograms.ts'
import '../shared/web/ui/ui-banner.ts'
import '../shared/web/ui/ui-button.ts'
import '../shared/web/ui/ui-choice.ts'
import '../shared/web/ui/ui-qr.ts'
import './kiosk-next-free.ts'
import { actStyles } from './parts/act-styles.ts'
import type { Page, Wish } from './parts/flow.ts'
import { laterPanels } from './later-panels.ts'
import { requirementsStyles } from './requirements-styles.ts'
import { headLine, showsFull, trouble } from './parts/sentences.ts'
import type { Card } from './parts/services.ts'
import { wantedOf, type Wanted } from './parts/wanted.ts'

/** What a service asks for, which line, and the one button that takes the number. Ticks help to remember; they never block. */
@customElement('kiosk-requirements')
export class KioskRequirements extends LitElement {
  static override styles = [baseStyles, actStyles, requirementsStyles]

  @property({ attribute: false }) card!: Card
  @property({ attribute: false }) page!: Extract<Page, { name: 'requirements' }>
  /** When the counts were true, as text; without a connection the papers can be read, a number cannot be taken. */
  @property() asOf = ''
  @property({ attribute: false }) office: HallOffice | undefined
  @property() today: LocalDate = ''
  /** Where this service is booked, absolute; empty where it cannot be booked. */
  @property() book = ''

  /** Where whoever knows none of the cases goes first; without it all papers are told. */
  @property({ attribute: false }) advice: HallService | undefined

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const { service } = this.card
    const { heading, parts, away } = this.#wanted
    return html`<div class="body">
        <div class="head">
          ${pictogram(service.icon)}
          <div>
            <h1 tabindex="-1">${heading}</h1>
            ${parts.length > 0 ? html`<p>${parts.map(p => t(p.service.name)).join(' · ')}</p>` : nothing}
            ${away ? html`<p>${away}.</p>` : nothing}
            <p>${headLine(this.card, this.asOf)}</p>
          </div>
        </div>
        <div class=${this.#isBare ? 'panels one' : 'panels'}>
          ${
            this.#isShort
              ? laterPanels(this, this.#wanted)
              : html`${this.#first()}${this.#full ? this.#gone() : this.#lanes()}`
          }
        </div>
      </div>
      <div class=${this.#mayBeShort ? 'act three' : 'act'}>${this.#acts()}</div>`
  }

  get #wanted(): Wanted {
    return wantedOf(this.office, this.page, this.card.service, this.today)
  }

  /** The papers differ by case, and nobody has said which. */
  get #asks(): boolean {
    return !this.#wanted.event && this.card.service.cases.length > 0 && this.page.case === null
  }

  /** Papers are asked for, and nothing stands in the way of a number. */
  get #mayBeShort(): boolean {
    const { page, card } = this
    if (this.#asks || this.#full || page.take.state !== 'resting' || this.asOf !== '' || card.paused) return false
    return this.#wanted.papers.length > 0
  }

  get #isShort(): boolean {
    return this.page.short && this.#mayBeShort
  }

  /** Nothing is brought and nothing asked: the line is all there is to choose. */
  get #isBare(): boolean {
    const { papers, depends } = this.#wanted
    return !this.#asks && this.page.case === null && papers.length === 0 && depends.length === 0
  }

  #first() {
    if (this.#isBare) return nothing
    return this.#asks ? this.#cases() : this.#papers()
  }

  /** The second of two steps says so; one that stands alone does not. */
  #second(title: string): string {
    return this.#isBare ? title : `2. ${title}`
  }

  #cases() {
    const { service } = this.card
    const { advice } = this
    const rows: readonly { readonly name: string; readonly note: string; readonly wish: Wish }[] = [
      ...service.cases.map(({ id, label }) => ({
        name: t(label),
        note: papersCount(service, id, lang()),
        wish: { do: 'case', id } as const,
      })),
      advice
        ? {
            name: t(papersText.unsure),
            note: t(papersText['unsure.advice'], { service: t(advice.name) }),
            wish: { do: 'choose', serviceId: advice.id },
          }
        : { name: t(papersText.unsure), note: t(papersText['count.unsure']), wish: { do: 'case', id: UNSURE } },
    ]
    return html`<section aria-labelledby="case">
      <h2 id="case">1. ${t(papersText['question.label'])}?</h2>
      <p class="soft">${t(papersText['question.lead'])}</p>
      <div class=${rows.length > 4 ? 'stack many' : 'stack'}>
        ${rows.map(
          ({ name, note, wish }) =>
            html`<ui-button layout="start" size="l" @click=${() => this.#wish(wish)}
              ><span>${name}<small>${note}</small></span></ui-button
            >`,
        )}
      </div>
    </section>`
  }

  #papers() {
    const { service } = this.card
    const { case: why } = this.page
    const id = why ?? undefined
    const { papers, event, depends } = this.#wanted
    const found = caseOf(service, id)
    return html`<section aria-labelledby="papers">
      <h2 id="papers">1. ${t(kioskText[papers.length > 0 ? 'req.papers' : 'req.papers.none'])}</h2>
      ${
        why === null || event
          ? html`<p class="soft">
              ${papers.length > 0 ? t(kioskText['req.papers.hint']) : nothing}
              ${depends.length > 0 ? t(lifeEventText.depends, { services: depends.join(', ') }) : nothing}
            </p>`
          : html`<p class="soft">
              <b>${found ? t(found.label) : t(papersText.unsure)}</b>
              <ui-button size="s" @click=${() => this.#wish({ do: 'case', id: null })}
                >${t(papersText.change)}</ui-button
              >
            </p>`
      }
      <div class=${papers.length > 4 ? 'stack many' : 'stack'} role="group" aria-labelledby="papers">
        ${papers.map(({ paper, note }) => {
          return html`<ui-choice
            .checked=${this.page.have.includes(paper.id)}
            @change=${() => this.#wish({ do: 'tick', paper: paper.id })}
            >${t(paper.name)}${note ? html`<small>${note}</small>` : nothing}</ui-choice
          >`
        })}
      </div>
      ${this.#facts()}
    </section>`
  }

  /** What it costs, where that is said, and how long it takes at the counter. */
  #facts() {
    const { fee, minutes } = this.#wanted
    return html`<p class="free">
      ${fee ? html`<span>${icon('check')}${fee}</span>` : nothing}
      <span>${icon('clock')}${t(kioskText['req.standard'], { n: minutes })}</span>
    </p>`
  }

  get #full(): boolean {
    return showsFull(this.card, this.page.take)
  }

  /** No number is left today: how to come by one tomorrow, in place of the lines. */
  #gone() {
    const service = t(this.card.service.name)
    return html`<section aria-labelledby="full">
      <h2 id="full">${this.#second(t(kioskText['req.full.title']))}</h2>
      ${this.book && this.office ? nothing : html`<p class="soft">${t(kioskText[this.book ? 'req.full.what' : 'req.full.walk'])}</p>`}
      ${
        this.book
          ? html`${
                this.office
                  ? html`<kiosk-next-free .office=${this.office} .service=${this.card.service.id}></kiosk-next-free>`
                  : nothing
              }
              <div class="book">
                <ui-qr .value=${this.book} .label=${t(kioskText['req.full.qr'], { service })}></ui-qr>
                <div>
                  <p>${t(kioskText['req.full.scan'])}</p>
                  <p class="again">${t(kioskText['req.full.here'])}</p>
                </div>
              </div>`
          : nothing
      }
      <p class="again">${t(kioskText['req.full.again'])}</p>
    </section>`
  }

  #lanes() {
    const { priority, take } = this.page
    const frozen = take.state === 'busy' || take.state === 'unsaved'
    return html`<section aria-labelledby="lane">
      <h2 id="lane">${this.#second(t(kioskText['req.lane']))}</h2>
      <p class="soft">${t(kioskText['req.lane.hint'])}</p>
      <div class="stack two" role="radiogroup" aria-labelledby="lane">
        <ui-choice
          kind="radio"
          name="lane"
          .checked=${!priority}
          ?disabled=${frozen}
          @change=${() => this.#wish({ do: 'lane', priority: false })}
          >${t(kioskText['req.general'])}</ui-choice
        >
        <ui-choice
          kind="radio"
          name="lane"
          .checked=${priority}
          ?disabled=${frozen}
          @change=${() => this.#wish({ do: 'lane', priority: true })}
          >${t(kioskText['req.priority'])}<small>${t(kioskText['req.priority.who'])}</small></ui-choice
        >
      </div>
      ${this.#isBare ? this.#facts() : nothing}${this.#trouble()}
    </section>`
  }

  #trouble() {
    const found = trouble(this.page.take, this.asOf !== '', this.card)
    return found
      ? html`<ui-banner class="trouble" .tone=${found.tone}
          >${this.card.paused ? html`<span slot="icon">${icon('clock')}</span>` : nothing}${found.words}</ui-banner
        >`
      : nothing
  }

  #acts() {
    const { take } = this.page
    const found = trouble(take, this.asOf !== '', this.card)
    const busy = take.state === 'busy'
    const back = html`<ui-button ?disabled=${busy} @click=${() => this.#wish({ do: 'back' })}
      >${icon('back')}${t(kioskText['req.back'])}</ui-button
    >`
    const booked = this.#full && this.book !== ''
    // Where a code to book stands above, that is the next step; the button only leads away from it.
    if (found?.final || this.#full)
      return html`${back}<ui-button variant=${booked ? 'default' : 'primary'} @click=${() => this.#wish({ do: 'back' })}
          >${t(kioskText['req.other'])}</ui-button
        >`
    if (this.#isShort)
      return html`${back}<ui-button class="take" @click=${() => this.#wish({ do: 'take' })}
          >${t(kioskText['short.take'])}</ui-button
        ><ui-button variant="primary" @click=${() => this.#wish({ do: 'reset' })}
          >${t(kioskText['short.done'])}</ui-button
        >`
    return html`${back}${
        this.#mayBeShort
          ? html`<ui-button @click=${() => this.#wish({ do: 'short', on: true })}
              >${t(kioskText['req.short'])}</ui-button
            >`
          : nothing
      }<ui-button
        variant=${this.#asks ? 'default' : 'primary'}
        class="take"
        ?busy=${busy}
        ?disabled=${this.asOf !== '' && !busy}
        @click=${() => this.#wish({ do: 'take' })}
        >${this.#label()}</ui-button
      >`
  }

  #label() {
    const { take } = this.page
    if (take.state === 'busy')
      return take.attempt === 1 ? t(kioskText['req.taking']) : t(kioskText['req.again'], { n: take.attempt })
    if (take.state !== 'resting') return html`${icon('refresh')}${t(kioskText['req.retry'])}`
    return html`${t(kioskText['req.take'])}${icon('arrow')}`
  }

  #wish(wish: Wish): void {
    emit(this, 'wish', wish)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-requirements': KioskRequirements
  }
}
