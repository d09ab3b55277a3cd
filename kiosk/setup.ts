import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { HallOffice } from '../shared/office/office.ts'
import { wearAccent } from '../shared/web/accent.ts'
import { call } from '../shared/web/client.ts'
import { ensureDevice, type Device, type PairingStep } from '../shared/web/device.ts'

const RETRY_MS = 3_000

/** Which kiosk this is and which office it stands in; asks until both are known. */
export class KioskSetup implements ReactiveController {
  device: Device | null = null
  office: HallOffice | null = null
  /** What people come for most. */
  often: readonly string[] = []
  /** The data are invented, and the screen says so. */
  demo = false
  /** What the pairing has to show; `null` once the kiosk is paired. */
  pairing: PairingStep | null = { kind: 'asking' }
  /** The last attempt to read the office failed, and there is no older answer. */
  failed = false
  sleep: (ms: number) => Promise<void> = ms => new Promise(done => setTimeout(done, ms))

  private readonly host: ReactiveControllerHost
  private readonly ready: (office: string) => void
  private leaving = new AbortController()

  /** `ready` hears the office whenever it was read. */
  constructor(host: ReactiveControllerHost, ready: (office: string) => void) {
    this.host = host
    this.ready = ready
    host.addController(this)
  }

  hostConnected(): void {
    this.leaving = new AbortController()
    void this.start()
  }

  hostDisconnected(): void {
    this.leaving.abort()
  }

  /** Pairs when needed, then reads the office. */
  async start(): Promise<void> {
    const { signal } = this.leaving
    this.show({ kind: 'asking' })
    try {
      this.device = await ensureDevice('kiosk', { show: s => this.show(s), signal, sleep: this.sleep })
    } catch (error) {
      if (signal.aborted) return
      throw error
    }
    await this.load()
  }

  /** Reads the office anew, for example after a setting has changed. */
  async load(): Promise<void> {
    const { signal } = this.leaving
    while (!signal.aborted) {
      const done = await this.read()
      if (this.office) this.ready(this.office.id)
      this.show(null)
      if (done) return
      await this.sleep(RETRY_MS)
    }
  }

  private async read(): Promise<boolean> {
    try {
      const { office, often, demo } = await call('GET /api/offices/:office/hall', {
        params: { office: this.device!.officeId },
      })
      this.demo = demo
      this.office = office
      wearAccent(office.accent)
      this.often = often
      this.failed = false
      return true
    } catch {
      // An office known already is better than none: only an empty kiosk says that it could not load.
      this.failed = this.office === null
      return false
    }
  }

  private show(step: PairingStep | null): void {
    this.pairing = step
    this.host.requestUpdate()
  }
}
