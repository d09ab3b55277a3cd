import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Asks before unsaved work is left: by a link to another page of the console, or by closing the tab. */
export class LeaveGuard implements ReactiveController {
  asking = false
  private target = ''
  private readonly host: ReactiveControllerHost
  private readonly dirty: () => boolean

  constructor(host: ReactiveControllerHost, dirty: () => boolean) {
    this.host = host
    this.dirty = dirty
    host.addController(this)
  }

  hostConnected(): void {
    document.addEventListener('click', this.onClick, true)
    window.addEventListener('beforeunload', this.onUnload)
  }

  hostDisconnected(): void {
    document.removeEventListener('click', this.onClick, true)
    window.removeEventListener('beforeunload', this.onUnload)
  }

  stay(): void {
    this.asking = false
    this.host.requestUpdate()
  }

  /** Goes where the link pointed; the page, and with it what was typed, is gone after that. */
  leave(): void {
    this.stay()
    location.hash = this.target
  }

  // Capturing on the document comes before the browser follows the link.
  private readonly onClick = (event: MouseEvent): void => {
    const link = event.composedPath().find(node => node instanceof HTMLAnchorElement)
    if (!link?.hash || link.hash === location.hash || !this.dirty()) return
    event.preventDefault()
    this.target = link.hash
    this.asking = true
    this.host.requestUpdate()
  }

  private readonly onUnload = (event: BeforeUnloadEvent): void => {
    if (this.dirty()) event.preventDefault()
  }
}
