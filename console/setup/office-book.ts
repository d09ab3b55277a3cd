import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Input } from '../../shared/contracts/api.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { changeBetween } from '../../shared/office/structure/between.ts'
import { editedOffice, fieldsOf, withSeen, type OfficeChange } from '../../shared/office/structure/change.ts'
import { codeOf } from '../../shared/web/client.ts'
import { AppError } from '../../shared/kit/errors.ts'
import type { Unsound } from '../../shared/office/structure/sound.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import { ask } from '../parts/ask.ts'

type Patch = NonNullable<Input<'PATCH /api/offices/:office/settings'>['body']>

/** So long after the last touch is it saved. */
const QUIET_MS = 600
const AGAIN_MS = 4_000

/** An office that is filled in: every touch is seen at once and saved a moment later, tried again until the server has it. */
export class OfficeBook implements ReactiveController {
  /** As it stands on the screen. */
  office: OfficeInfo
  state: 'saved' | 'saving' | 'unsaved' | 'refused' = 'saved'
  /** Why the server did not take what is typed, which stays as it is typed. */
  error: unknown
  /** Somebody else's change took the place of what was typed here. */
  overtaken = false
  private stored: OfficeInfo
  private timer: ReturnType<typeof setTimeout> | undefined
  private under: Promise<void> | undefined
  private readonly host: ReactiveControllerHost & HTMLElement

  constructor(host: ReactiveControllerHost & HTMLElement, office: OfficeInfo) {
    this.host = host
    this.office = this.stored = office
    host.addController(this)
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    void this.flush()
  }

  /** The office as the server told it meanwhile; what is typed and not saved yet stays. */
  follow(office: OfficeInfo): void {
    if (office === this.stored) return
    const own = changeBetween(this.stored, this.office)
    this.stored = office
    this.office = editedOffice(office, own)
  }

  /** What of the office as it is typed the server named as not fitting: `services.ktp-el.letter`. */
  get refusedFields(): readonly string[] {
    const told = this.error instanceof AppError ? this.error.data?.['problems'] : undefined
    return Array.isArray(told) ? (told as readonly Unsound[]).map(u => u.field) : []
  }

  /** Back to what the server has, where it did not take what was typed. */
  giveUp(): void {
    clearTimeout(this.timer)
    this.error = undefined
    this.office = this.stored
    this.#is('saved')
  }

  edit(change: OfficeChange): void {
    this.office = editedOffice(this.office, change)
    this.error = undefined
    this.overtaken = false
    this.#later(QUIET_MS)
    this.host.requestUpdate()
  }

  /** Saves at once what is typed; resolves when it is on the server or was refused. */
  async flush(): Promise<void> {
    clearTimeout(this.timer)
    await this.under
    this.under = this.#save().finally(() => (this.under = undefined))
    await this.under
  }

  #later(ms: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.flush(), ms)
  }

  async #save(): Promise<void> {
    const [from, to] = [this.stored, this.office]
    const change = changeBetween(from, to)
    if (fieldsOf(change).size === 0) return this.#is('saved')
    this.#is('saving')
    try {
      const body = withSeen(change, from) as Patch
      const { office } = await ask('PATCH /api/offices/:office/settings', { params: { office: from.id }, body })
      this.#stands(office as OfficeInfo, changeBetween(to, this.office))
      this.#is('saved')
    } catch (error) {
      await this.#refused(error)
    }
  }

  async #refused(error: unknown): Promise<void> {
    const code = codeOf(error)
    if (code === 'UNREACHABLE' || code === 'UNAVAILABLE') {
      this.#is('unsaved')
      return this.#later(AGAIN_MS)
    }
    if (code === 'SETTINGS_CHANGED') {
      const { office } = await ask('GET /api/offices/:office', { params: { office: this.stored.id } })
      this.overtaken = true
      this.#stands(office, {})
    } else {
      this.error = error
      return this.#is('refused')
    }
    this.#is('saved')
  }

  #stands(office: OfficeInfo, typedSince: OfficeChange): void {
    this.stored = office
    this.office = editedOffice(office, typedSince)
    if (fieldsOf(typedSince).size > 0) this.#later(QUIET_MS)
    emit(this.host, 'officechanged', office)
  }

  #is(state: OfficeBook['state']): void {
    this.state = state
    if (state === 'saved') this.error = undefined
    this.host.requestUpdate()
  }
}
