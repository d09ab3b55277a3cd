import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { servicesAt } from '../../shared/roster/coverage.ts'
import type { Person, Roster, Shift, Turn } from '../../shared/roster/roster.ts'
import { substitutesFor, type Substitute } from '../../shared/roster/substitutes.ts'
import { rosterText } from '../../shared/text/roster.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-button.ts'
import { ask } from '../parts/ask.ts'
import { Fetched, whenRead } from '../parts/fetched.ts'
import { nameOf, placeSays, turnOf } from './roster-says.ts'

/** Most people that are offered. */
const MOST = 5

/** Who could stand in for a part of a shift, best first. Raises `standin` with the person's id. */
@customElement('roster-substitutes')
export class RosterSubstitutes extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        font-size: 0.9rem;
      }
      li {
        display: flex;
        gap: 0.6rem;
        align-items: center;
        justify-content: space-between;
        margin-top: 0.4rem;
      }
      small {
        display: block;
        color: var(--soft);
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) roster!: Roster
  @property({ attribute: false }) people: readonly Person[] = []
  @property({ attribute: false }) shift!: Shift
  @property({ attribute: false }) turn!: Turn
  /** Who sits at a counter now. */
  @property({ attribute: false }) busy: ReadonlySet<string> = new Set()
  @property({ type: Boolean }) sending = false
  readonly #served = new Fetched<Reply<'GET /api/offices/:office/served'>>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    this.#served.want(this.office.id, () =>
      ask('GET /api/offices/:office/served', { params: { office: this.office.id } }),
    )
  }

  protected override render() {
    const place = placeSays(this.office, this.shift.counterId)
    return html`<b>${t(rosterText['sub.for'], { place, ...turnOf(this.turn) })}</b> ${whenRead(
        this.#served,
        ({ served }) => {
          const { date, counterId } = this.shift
          const known = new Map(served.map(s => [s.staffId, s.services]))
          const free = substitutesFor(this.roster, this.office, this.people, {
            ...{ date, counterId, ...this.turn, served: known, busy: this.busy },
          }).slice(0, MOST)
          if (free.length === 0) return html`<p>${t(rosterText['sub.none'])}</p>`
          return html`<ul>
            ${free.map(one => this.#row(one, place))}
          </ul>`
        },
      )}`
  }

  #row({ staffId, knows, services }: Substitute, place: string) {
    const who = nameOf(this.people, staffId)
    const n = services.length
    const of = servicesAt(this.office, this.shift.counterId).length
    const why = this.shift.counterId === null ? t(rosterText['sub.front']) : t(rosterText[`sub.${knows}`], { n, of })
    return html`<li>
      <span>${who}<small>${why}</small></span
      ><ui-button
        size="s"
        label=${t(rosterText['sub.label'], { who, place })}
        ?busy=${this.sending}
        @click=${() => emit(this, 'standin', staffId)}
        >${t(rosterText['sub.act'])}</ui-button
      >
    </li>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'roster-substitutes': RosterSubstitutes
  }
}
