import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import type { Instant } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { lineWords } from '../../shared/tables/evidence-table.ts'
import { evidenceText as words } from '../../shared/text/evidence.ts'
import { dateText, timeText } from '../../shared/text/ui.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-qr.ts'
import { paneStyles } from '../parts/pane-styles.ts'

type Proven = Reply<'GET /api/me/evidence/:period'>

/** Evidence on A4, and on the screen only its sums and versions: every line, the sums by service, and the code to check it. */
@customElement('evidence-paper')
export class EvidencePaper extends LitElement {
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
      .paper {
        display: none;
      }
      .versions li {
        margin-top: 0.3rem;
        font-size: 0.875rem;
        line-height: 1.4;
      }
      @media print {
        :host {
          --surface: #fff;
          --ink: #000;
          --soft: #333;
          --line: #999;
          color: #000;
          font-size: 9pt;
        }
        .paper {
          display: block;
        }
        .versions {
          display: none;
        }
        .pane {
          padding: 0;
          border: 0;
        }
        tr {
          break-inside: avoid;
        }
        thead {
          display: table-header-group;
        }
        .code {
          display: grid;
          grid-template-columns: 28mm 1fr;
          gap: 5mm;
          align-items: center;
          margin-top: 6mm;
          break-inside: avoid;
        }
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  /** Whose evidence it is; said on paper only. */
  @property() name = ''
  @property({ attribute: false }) at: Instant = 0
  @property() override title = ''
  @property({ attribute: false }) proven!: Proven
  @property({ attribute: false }) address: string | undefined

  constructor() {
    super()
    new LangController(this)
  }

  /** Once the code stands on the paper, whose encoder may have to be fetched first. */
  async drawn(): Promise<void> {
    await this.updateComplete
    const code = this.shadowRoot!.querySelector('ui-qr')
    for (let tries = 0; code && !code.shadowRoot?.querySelector('svg') && tries < 50; tries++)
      await new Promise(resolve => setTimeout(resolve, 100))
  }

  protected override render() {
    const { evidence, versions } = this.proven
    const { zone } = this.office
    const when = (at: Instant) => `${dateText(at, zone, lang())} ${timeText(at, zone, lang())}`
    return html`<div class="paper">
        <h1>${t(words.title)}: ${this.title}</h1>
        <p>${this.name} · ${this.office.name}</p>
        <p>${t(words.printed, { at: when(this.at) })}</p>
        ${this.#lines()}
      </div>
      <section class="pane" aria-labelledby="sums">
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
                    <td class="n">${s.served}</td>
                    <td class="n">${s.judged === 0 ? '–' : t(words.of, { n: s.within, of: s.judged })}</td>
                    <td class="n">${s.shut}</td>
                    <td class="n">${s.unclocked}</td>
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
      </section>
      ${
        this.address === undefined
          ? nothing
          : html`<div class="paper">
              <div class="code">
                <ui-qr .value=${this.address} .label=${t(words['check.qr'])}></ui-qr>
                <p>${t(words['check.print'])}<br />${this.address}</p>
              </div>
            </div>`
      }`
  }

  #service(id: string): string {
    const service = this.office.services.find(s => s.id === id)
    return service ? t(service.name) : id
  }

  #lines() {
    return html`<table>
      <thead>
        <tr>
          ${(['date', 'from', 'to', 'activity', 'output'] as const).map(
            key => html`<th scope="col">${t(words[key])}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${this.proven.evidence.lines.map(line => {
          const row = lineWords(line, this.office, lang())
          return html`<tr>
            <td>${row.date}</td>
            <td>${row.from}</td>
            <td>${row.to}</td>
            <td>${row.activity}</td>
            <td>${row.output}</td>
          </tr>`
        })}
      </tbody>
    </table>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'evidence-paper': EvidencePaper
  }
}
