import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import type { Instant } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { evidenceText as words } from '../../shared/text/evidence.ts'
import { dateText, timeText } from '../../shared/text/ui.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { paneStyles } from '../parts/pane-styles.ts'

type Proven = Reply<'GET /api/me/evidence/:period'>

/** The sums of evidence by service, and each version that was taken along with what it said. */
@customElement('evidence-sums')
export class EvidenceSums extends LitElement {
  static override styles = [
    baseStyles,
    paneStyles,
    css`
      :host {
        display: block;
      }
      table {
        width: 100%;
        margin-top: 0.5rem;
        border-collapse: collapse;
        font-size: 0.875rem;
        font-variant-numeric: tabular-nums;
      }
      .wide {
        overflow-x: auto;
      }
      th,
      td {
        padding: 0.25rem 0.4rem;
        border-bottom: 1px solid var(--line);
        text-align: start;
        vertical-align: top;
      }
      .n {
        text-align: end;
      }
      .versions {
        margin-top: 1rem;
      }
      /* On a phone each service is a card: no figure is out of sight. */
      @media (max-width: 40rem) {
        thead {
          display: none;
        }
        tr,
        tbody th,
        td {
          display: block;
        }
        tr {
          padding: 0.4rem 0;
          border-bottom: 1px solid var(--line);
        }
        tbody th,
        td {
          padding: 0.1rem 0;
          border: 0;
        }
        td {
          display: flex;
          justify-content: space-between;
          gap: 1rem;
        }
        td::before {
          content: attr(data-label);
          color: var(--soft);
        }
      }
      .versions li {
        margin-top: 0.3rem;
        font-size: 0.875rem;
        line-height: 1.4;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property() override title = ''
  @property({ attribute: false }) proven!: Proven

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const { evidence, versions } = this.proven
    const { zone } = this.office
    const when = (at: Instant) => `${dateText(at, zone, lang())} ${timeText(at, zone, lang())}`
    return html`<section class="pane" aria-labelledby="sums">
      <h2 id="sums">${t(words.summary)}</h2>
      <div class="wide" tabindex="0" role="region" aria-label="${t(words.summary)}, ${this.title}">
        <table>
          <thead>
            <tr>
              <th scope="col">${t(words.service)}</th>
              ${(['served', 'within', 'shut', 'unclocked'] as const).map(
                key => html`<th scope="col" class="n">${t(words[key])}</th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${evidence.services.map(
              s =>
                html`<tr>
                  <th scope="row">${this.#service(s.serviceId)}</th>
                  <td class="n" data-label=${t(words.served)}>${s.served}</td>
                  <td class="n" data-label=${t(words.within)}>
                    ${s.judged === 0 ? '–' : t(words.of, { n: s.within, of: s.judged })}
                  </td>
                  <td class="n" data-label=${t(words.shut)}>${s.shut}</td>
                  <td class="n" data-label=${t(words.unclocked)}>${s.unclocked}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${
        versions.length === 0
          ? nothing
          : html`<div class="versions">
              <h3>${t(words.versions)}</h3>
              <p class="note">${t(words['versions.note'])}</p>
              <ul>
                ${versions.map(
                  v =>
                    html`<li>
                      <b>${t(words['version.n'], { n: v.version, at: when(v.at) })}</b>
                      (${t(words[v.current ? 'current' : 'old'])}): ${t(words['version.sums'], { ...v.sums })}
                    </li>`,
                )}
              </ul>
            </div>`
      }
    </section>`
  }

  #service(id: string): string {
    const service = this.office.services.find(s => s.id === id)
    return service ? t(service.name) : id
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'evidence-sums': EvidenceSums
  }
}
