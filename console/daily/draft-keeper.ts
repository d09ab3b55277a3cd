import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Reply } from '../../shared/contracts/api.ts'
import { isEmpty, NO_TEXT, type ReportText } from '../../shared/officer/daily/report.ts'
import { codeOf, newKey } from '../../shared/web/client.ts'
import { ask } from '../parts/ask.ts'
import { deviceName, keepDraft, keptDays, keptDraft, type KeptDraft } from '../kept/kept-draft.ts'

export type ServerDraft = Reply<'POST /api/me/reports/:date/draft'>['drafts'][number]

/** Milliseconds after the last key until the server is told, and between tries while it cannot be reached. */
const PAUSE_MS = 900
const AGAIN_MS = 5_000

/** What this device is, by its width: nothing else is asked of it. */
export function deviceKind(): 'phone' | 'computer' {
  return matchMedia('(max-width: 48rem)').matches ? 'phone' : 'computer'
}

/**
 * What is typed of one day: on the device with every key, on the server a moment later, and sent once it can be. The page is told
 * by `changed` of drafts that the server has of other devices, and by `sent` that the report has arrived.
 */
export class DraftKeeper implements ReactiveController {
  /** Drafts of other devices that say something else. */
  others: readonly ServerDraft[] = []
  /** Why the last send was refused. */
  refused: unknown
  /** This device cannot keep anything. */
  unkept = false
  busy = false
  private date = ''
  private timer: ReturnType<typeof setTimeout> | undefined
  private underWay: Promise<unknown> = Promise.resolve()
  private readonly host: ReactiveControllerHost
  private readonly sentNow: () => void

  constructor(host: ReactiveControllerHost, sentNow: () => void) {
    this.host = host
    this.sentNow = sentNow
    host.addController(this)
  }

  hostConnected(): void {
    window.addEventListener('online', this.#soon)
    window.addEventListener('storage', this.#elsewhere)
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#soon)
    window.removeEventListener('storage', this.#elsewhere)
    clearTimeout(this.timer)
    void this.sync()
  }

  /** Turns to another day. */
  of(date: string): void {
    if (date === this.date) return
    this.date = date
    this.others = []
    this.refused = undefined
    this.#soon()
  }

  get now(): KeptDraft | undefined {
    return keptDraft(this.date)
  }

  get text(): ReportText {
    return this.now?.text ?? NO_TEXT
  }

  /** The server has what stands here. */
  get isSaved(): boolean {
    const { now } = this
    return now !== undefined && now.saved === now.rev
  }

  /** What the server has of this day: a draft of another device is gone on with where nothing was typed here; gives whether it was. */
  take(drafts: readonly ServerDraft[]): boolean {
    const others = drafts.filter(d => d.device !== deviceName())
    const own = drafts.find(d => d.device === deviceName())
    const had = this.now
    if (!had) {
      const first = own ?? (others.length === 1 ? others[0] : undefined)
      if (first && !isEmpty(first.text)) this.#takeOver(first)
    }
    const began = had === undefined && this.now !== undefined
    this.others = others.filter(
      d => JSON.stringify(d.text) !== JSON.stringify(this.text) && d.device !== this.now?.replaces?.device,
    )
    this.#soon()
    this.host.requestUpdate()
    return began
  }

  /** Goes on with the draft of another device in place of what stands here. */
  use(draft: ServerDraft): void {
    this.#takeOver(draft)
    this.others = this.others.filter(d => d.device !== draft.device)
    this.#soon()
    this.host.requestUpdate()
  }

  /** Goes on with what stands here: the others are thrown away. */
  async keepOwn(): Promise<void> {
    const gone = this.others
    this.others = []
    this.host.requestUpdate()
    for (const { device, rev } of gone)
      await ask('POST /api/me/reports/:date/draft/discard', {
        params: { date: this.date },
        body: { device, rev },
      }).catch(() => undefined)
  }

  /** Keeps what was typed just now. */
  type(text: ReportText): void {
    const { now } = this
    const at = Date.now()
    const { sending: _sending, ...before } = now ?? { rev: 0, saved: 0, begunAt: at }
    this.unkept = !keepDraft(this.date, { ...before, rev: before.rev + 1, writtenAt: at, text })
    this.refused = undefined
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.sync(), PAUSE_MS)
    this.host.requestUpdate()
  }

  /** Throws away what stands here, also on the server. */
  async drop(): Promise<void> {
    const { now } = this
    keepDraft(this.date, undefined)
    this.host.requestUpdate()
    if (now)
      await ask('POST /api/me/reports/:date/draft/discard', {
        params: { date: this.date },
        body: { device: deviceName(), rev: now.rev },
      }).catch(() => undefined)
  }

  /** Sends the report now or, where there is no connection, as soon as there is one again. */
  send(text: ReportText, seen: number): Promise<void> {
    const at = Date.now()
    const before = this.now ?? { rev: 1, saved: 0, begunAt: at, writtenAt: at }
    keepDraft(this.date, { ...before, text, sending: { key: newKey(), seen } })
    this.refused = undefined
    return this.sync()
  }

  /** Brings to the server what it does not have, one after another. */
  sync(): Promise<void> {
    const mine = this.underWay.then(async () => {
      for (const date of new Set([this.date, ...keptDays()])) await this.#sync(date)
    })
    this.underWay = mine.catch(() => undefined)
    return mine
  }

  async #sync(date: string): Promise<void> {
    const draft = keptDraft(date)
    if (!draft || (draft.saved === draft.rev && !draft.sending)) return
    const { rev, begunAt, writtenAt, text, replaces, sending } = draft
    const activities = text.activities.map(a => ({ ...a, files: [...a.files] }))
    const sent = { activities, note: text.note }
    const body = { device: deviceName(), rev, begunAt, writtenAt, text: sent }
    this.busy = sending !== undefined
    this.host.requestUpdate()
    try {
      if (sending) {
        await ask(
          'POST /api/me/reports/:date/send',
          { params: { date }, body: { ...body, seen: sending.seen } },
          sending.key,
        )
        keepDraft(date, undefined)
        this.sentNow()
      } else {
        const { drafts } = await ask('POST /api/me/reports/:date/draft', {
          params: { date },
          body: { ...body, kind: deviceKind(), ...(replaces ? { replaces } : {}) },
        })
        const now = keptDraft(date)
        if (now) {
          const { replaces: _done, ...rest } = now
          keepDraft(date, { ...rest, saved: rev })
        }
        if (date === this.date)
          this.others = drafts.filter(
            d => d.device !== deviceName() && JSON.stringify(d.text) !== JSON.stringify(this.text),
          )
      }
    } catch (error) {
      this.#failed(error, date, draft)
    } finally {
      this.busy = false
      this.host.requestUpdate()
    }
  }

  #failed(error: unknown, date: string, draft: KeptDraft): void {
    const code = codeOf(error)
    const again = ['UNREACHABLE', 'UNAVAILABLE', 'INTERNAL', 'TOO_MANY_REQUESTS', 'NOT_SIGNED_IN'].includes(code)
    if (again) {
      clearTimeout(this.timer)
      this.timer = setTimeout(() => void this.sync(), AGAIN_MS)
      return
    }
    this.refused = error
    const { sending: _no, ...rest } = keptDraft(date) ?? draft
    keepDraft(date, rest)
  }

  #takeOver({ device, rev, begunAt, writtenAt, text }: ServerDraft): void {
    const isOwn = device === deviceName()
    const before = this.now?.rev ?? 0
    keepDraft(this.date, {
      ...{ begunAt, writtenAt, text },
      ...(isOwn ? { rev, saved: rev } : { rev: before + 1, saved: 0, replaces: { device, rev } }),
    })
  }

  readonly #soon = (): void => {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.sync(), 50)
  }

  /** Another tab of this browser has typed. */
  readonly #elsewhere = (): void => this.host.requestUpdate()
}
