import { html, nothing, type TemplateResult } from 'lit'
import type { Instant, LocalDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { QueueDay } from '../../shared/queue/day.ts'
import { standstillOf } from '../../shared/queue/standstill.ts'
import { deskText } from '../../shared/text/desk.ts'
import { timeText } from '../../shared/text/ui.ts'
import { lang, t } from '../../shared/web/lang.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-key.ts'
import '../leave/left-counters.ts'
import '../leave/takeover-notes.ts'
import type { StaffView } from '../parts/page.ts'
import { sentenceIn } from '../parts/sentence.ts'
import '../roster/rest-banner.ts'
import './banner-line.ts'
import './desk-unfinished.ts'

/** What the desk has to say above everything else, and what can be done about it. */
export interface Announced {
  readonly office: OfficeInfo
  /** The day that is shown; what the day before left over is asked for by it. */
  readonly date: LocalDate | undefined
  readonly now: Instant
  readonly day: QueueDay | undefined
  readonly staff: StaffView
  /** The time of the last truth while the connection is down. */
  readonly offlineSince?: string | undefined
  readonly unsaved?: string | undefined
  readonly refusal?: unknown
  readonly busy: boolean
  readonly retry: () => void
  readonly dismiss: () => void
}

/** The banners above the desk in one line, what presses most first. */
export function deskBanners(said: Announced): TemplateResult {
  const { office, date, now, offlineSince, unsaved, refusal } = said
  return html`<banner-line class="banners">
    ${
      unsaved
        ? html`<ui-banner tone="bad"
            >${t(deskText['banner.unsaved'], { act: unsaved })}${action('banner.retry', 'R', said.retry, said.busy)}</ui-banner
          >`
        : nothing
    }
    ${
      refusal === undefined
        ? nothing
        : html`<ui-banner tone="bad"
            >${sentenceIn(office, refusal)}${action('banner.dismiss', 'Esc', said.dismiss)}</ui-banner
          >`
    }
    ${
      offlineSince === undefined
        ? nothing
        : html`<ui-banner tone="offline">${t(deskText['banner.offline'], { at: offlineSince })}</ui-banner>`
    }
    ${
      said.day
        ? html`<left-counters .office=${office} .staff=${said.staff} .day=${said.day} .now=${now}></left-counters>`
        : nothing
    }
    <rest-banner .office=${office} .day=${said.day} .now=${now} staffId=${said.staff.id}></rest-banner>
    <desk-unfinished
      .office=${office}
      .date=${date}
      .now=${now}
      .day=${said.day}
      staffId=${said.staff.id}
    ></desk-unfinished>
    ${said.day && offlineSince === undefined ? standstill(said.day, said) : nothing}
    <takeover-notes .office=${office}></takeover-notes>
  </banner-line>`
}

/** Asks what has happened where nobody has been finished for far longer than usual. */
function standstill(day: QueueDay, { now, office, staff }: Announced) {
  const since = standstillOf(day, now)
  if (since === undefined) return nothing
  const at = timeText(since, office.zone, lang())
  const close = staff.permissions.includes('queue.close')
    ? html`<a slot="action" href="#/meja">${t(deskText['banner.still.close'])}</a>`
    : nothing
  return html`<ui-banner tone="attention">${t(deskText['banner.still'], { at })}${close}</ui-banner>`
}

function action(words: keyof typeof deskText, key: string, act: () => void, busy = false) {
  return html`<ui-button slot="action" size="s" shortcut=${key === 'Esc' ? 'Escape' : key} ?busy=${busy} @click=${act}
    >${t(deskText[words])}<ui-key>${key}</ui-key></ui-button
  >`
}
