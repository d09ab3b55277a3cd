import { html, nothing } from 'lit'
import type { HallOffice } from '../shared/office/office.ts'
import { kioskText } from '../shared/text/kiosk.ts'
import { t } from '../shared/web/lang.ts'
import { icon } from '../shared/web/ui/icons.ts'
import '../shared/web/ui/ui-qr.ts'
import './kiosk-next-free.ts'
import type { Page } from './parts/flow.ts'
import { missingPapers, type Card } from './parts/services.ts'
import type { Wanted } from './parts/wanted.ts'

type Requirements = Extract<Page, { name: 'requirements' }>

/** For whoever has not all papers: what is still missing, and how to come by a time with all of them. */
export function laterPanels(
  shown: {
    readonly card: Card
    readonly page: Requirements
    readonly office: HallOffice | undefined
    readonly book: string
  },
  { papers, heading }: Wanted,
) {
  const { card, page, office, book } = shown
  const { service } = card
  const missing = missingPapers(
    papers.map(p => p.paper),
    page.have,
  )
  return html`<section aria-labelledby="missing">
      <h2 id="missing">${t(kioskText['short.missing'])}</h2>
      <p class="soft">${t(kioskText['short.missing.hint'])}</p>
      <ul class=${missing.length > 4 ? 'stack many' : 'stack'}>
        ${missing.map(paper => {
          const note = papers.find(p => p.paper === paper)?.note
          return html`<li class="paper">
            ${icon('doc')}<span>${t(paper.name)}${note ? html`<small>${note}</small>` : nothing}</span>
          </li>`
        })}
      </ul>
    </section>
    <section aria-labelledby="later">
      <h2 id="later">${t(kioskText['short.later'])}</h2>
      ${
        book
          ? html`${
                office ? html`<kiosk-next-free .office=${office} .service=${service.id}></kiosk-next-free>` : nothing
              }
              <div class="book">
                <ui-qr
                  .value=${listAddress(book, page)}
                  .label=${t(kioskText['short.qr'], { service: heading })}
                ></ui-qr>
                <div>
                  <p>${t(kioskText['short.scan'])}</p>
                  <p class="again">${t(kioskText['req.full.here'])}</p>
                </div>
              </div>`
          : html`<p class="again">${t(kioskText['short.walk'])}</p>`
      }
      <p class="again">${t(kioskText['short.anyway'])}</p>
    </section>`
}

/** The page of the papers on a phone, for the same case and with the same ticks. */
export function listAddress(book: string, { case: why, have }: Pick<Requirements, 'case' | 'have'>): string {
  const address = new URL(book)
  if (why !== null) address.searchParams.set('case', why)
  for (const paper of have) address.searchParams.append('papers', paper)
  return address.href
}
