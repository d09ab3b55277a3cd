import { css, html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import { listPageText } from '../../../shared/text/list-pages.ts'
import { servicesText as words } from '../../../shared/text/services.ts'
import { t } from '../../../shared/web/lang.ts'
import { ListPage } from '../form/list-page.ts'
import { newId } from '../form/new-id.ts'
import { gapsOf, NEW, serviceHref } from './service-parts.ts'

/** The services of the office in their order; each leads to its own page. */
@customElement('services-list')
export class ServicesList extends ListPage {
  static override styles = [
    ...ListPage.styles,
    css`
      .service {
        display: flex;
        flex-wrap: wrap;
        gap: 0.1rem 0.7rem;
        align-items: center;
        min-height: max(2.4rem, var(--target, 0px));
      }
      .service small {
        flex: 1 1 14rem;
        color: var(--soft);
        font-size: 0.85rem;
      }
    `,
  ]

  protected readonly list = 'services'

  protected get addLabel(): string {
    return t(words.add)
  }

  protected made() {
    return { id: newId() }
  }

  /** A new one begins on a page of its own. */
  protected override add(): Promise<void> {
    location.hash = serviceHref(NEW)
    return Promise.resolve()
  }

  protected override body(id: string) {
    const service = this.#of(id)
    const name = t(service.name) || t(listPageText.nameless)
    return html`<div class="service">
      <a href=${serviceHref(id)}><b>${service.letter} · ${name}</b></a> <small>${this.summaryOf(id)}</small>
    </div>`
  }

  protected summaryOf(id: string) {
    const service = this.#of(id)
    const names = this.draft.counters.filter(c => c.services.includes(id)).map(c => c.name)
    const counters = names.length > 0 ? names.join(', ') : t(words['counters.none'])
    const state = service.retired ? t(words.retired) : service.open ? '' : t(words.paused)
    const gaps = gapsOf(service).length
    return html`${t(words.cases, { n: service.cases.length })} ·
      <span class=${names.length === 0 && !service.retired ? 'bad' : ''}>${counters}</span> ·
      <span class=${gaps > 0 ? 'bad' : ''}>${t(words.filled, { n: 14 - gaps })}</span
      >${state ? html` · <b>${state}</b>` : nothing}`
  }

  protected fieldsOf() {
    return nothing
  }

  #of(id: string) {
    return this.draft.services.find(s => s.id === id)!
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'services-list': ServicesList
  }
}
