import type { Lang } from '../../../../shared/kit/words.ts'
import type { OfficeInfo } from '../../../../shared/office/office.ts'
import { MOST_WORDS } from '../../../../shared/survey/loop/complaint.ts'
import { ownComplaintText as words } from '../../../../shared/text/complaints.ts'
import { dateYearText } from '../../../../shared/text/period.ts'
import { say } from '../../../../shared/text/text.ts'
import { ticketPagesText } from '../../../../shared/text/ticket-pages.ts'
import { html, type Markup } from '../../../../shared/ticket/markup.ts'
import type { OwnComplaint, OwnPage } from '../../../services/loop/complaints.ts'
import { framed, type PageAssets } from '../frame.ts'

/** What the page of a complaint is made of besides itself. */
export interface ComplaintAsk {
  readonly lang: Lang
  readonly path: string
  readonly survey: string
  readonly assets: PageAssets
  readonly demo: boolean
  /** What was typed and not sent, and what it lacks. */
  readonly typed?: string
  readonly bad?: 'words' | 'consent'
}

/** The complaint of one visit for whoever wrote it: the form, or what became of it. Complete without scripts. */
export function complaintPage(own: OwnPage, office: OfficeInfo, ask: ComplaintAsk): string {
  const { lang, assets, demo } = ask
  const w = (key: keyof typeof words, values?: Record<string, string>) => say(words[key], lang, values)
  const service = office.services.find(s => s.id === own.service)
  const { complaint } = own
  const form = complaint === undefined && own.mayWrite
  return framed({
    lang,
    title: w(complaint ? 'kept' : 'title'),
    assets: { styles: assets.styles },
    face: 'complaint',
    office: office.name,
    look: office,
    demo,
    body: html`<main>
        <h1>${w(complaint ? 'kept' : 'title')}</h1>
        <p class="soft">${w('service', { service: service ? say(service.name, lang) : own.service })}</p>
        ${
          complaint
            ? keptPart(complaint, lang)
            : form
              ? formPart(ask)
              : html`<p><b>${w(own.early ? 'early' : 'closed')}</b></p>
                  <p>${w(own.early ? 'early.what' : 'closed.what')}</p>`
        }
      </main>
      <section class="dock" aria-label="${say(ticketPagesText['page.actions'], lang)}">
        ${form && html`<button class="button primary" form="complaint">${w('send')}</button>`}
        ${!form && html`<a class="button" href="${ask.survey}?lang=${lang}">${w('survey')}</a>`}
      </section>`,
  })
}

function formPart({ lang, path, typed = '', bad }: ComplaintAsk): Markup {
  const w = (key: keyof typeof words) => say(words[key], lang)
  const wrong = (field: 'words' | 'consent') =>
    bad === field && html`<p class="wrong" id="${field}-wrong" role="alert">${w(`bad.${field}`)}</p>`
  const describedBy = (field: 'words' | 'consent') => (bad === field ? `${field}-wrong ${field}-why` : `${field}-why`)
  return html`<p>${w('lead')}</p>
    <form id="complaint" method="post" action="${path}?lang=${lang}" autocomplete="off">
      <div class="field">
        <label for="words">${w('words')}</label
        ><textarea
          id="words"
          name="words"
          rows="6"
          maxlength="${MOST_WORDS}"
          required
          aria-describedby="${describedBy('words')}"
          aria-invalid=${bad === 'words' && 'true'}
        >
${typed}</textarea>
        <p class="why" id="words-why">${w('hint')}</p>
        ${wrong('words')}
      </div>
      <p class="why" id="consent-why">${w('consent.what')}</p>
      <label class="choice"
        ><input
          type="checkbox"
          name="consent"
          value="1"
          required
          aria-describedby="${describedBy('consent')}"
          aria-invalid=${bad === 'consent' && 'true'}
        /><span>${w('consent')}</span></label
      >
      ${wrong('consent')}
    </form>`
}

function keptPart(complaint: OwnComplaint, lang: Lang): Markup {
  const { state, due, answer, answeredOn, doneOn, received } = complaint
  const w = (key: keyof typeof words, date = '') => say(words[key], lang, { date: date && dateYearText(date, lang) })
  return html`<blockquote>${complaint.words}</blockquote>
    <section class="card" aria-label="${w('kept')}">
      <ol>
        <li>${w('step.received', received)}</li>
        ${state === 'handled' && html`<li>${w('step.handled')}</li>`}
        <li>${answeredOn === null ? w('step.due', due) : w('step.answered', answeredOn)}</li>
        ${doneOn !== null && html`<li>${w('step.done', doneOn)}</li>`}
      </ol>
    </section>
    ${
      answer !== null &&
      html`<section class="card" aria-labelledby="answer">
        <h2 id="answer">${w('answer')}</h2>
        <p>${answer}</p>
      </section>`
    }
    <p>${w('kept.link')}</p>
    <p class="soft">${w('unknown')}</p>`
}
