import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Asks before unsaved work is left: by a link, the browser's way back, signing out, or by closing the tab. */
export class LeaveGuard implements ReactiveController {
  asking = false
  /** Goes where the person wanted to go. */
  private go: () => void = () => {}
  private leaving = false
  private home = ''
  private readonly host: ReactiveControllerHost
  private readonly dirty: () => boolean

  constructor(host: ReactiveControllerHost, dirty: () => boolean) {
    this.host = host
    this.dirty = dirty
    host.addController(this)
  }

  hostConnected(): void {
    this.leaving = false
    this.home = location.hash
    // Capturing comes before the browser follows a link, and before the console hears of the other two.
    document.addEventListener('click', this.onClick, true)
    window.addEventListener('hashchange', this.onHash, true)
    window.addEventListener('signout', this.onSignOut, true)
    window.addEventListener('beforeunload', this.onUnload)
  }

  hostDisconnected(): void {
    document.removeEventListener('click', this.onClick, true)
    window.removeEventListener('hashchange', this.onHash, true)
    window.removeEventListener('signout', this.onSignOut, true)
    window.removeEventListener('beforeunload', this.onUnload)
  }

  stay(): void {
    this.asking = false
    this.host.requestUpdate()
  }

  /** The page, and with it what was typed, is gone after that. */
  leave(): void {
    this.stay()
    this.leaving = true
    this.go()
  }

  private readonly onClick = (event: MouseEvent): void => {
    const link = event.composedPath().find(node => node instanceof HTMLAnchorElement)
    if (!link?.hash || link.hash === location.hash || !this.holds) return
    event.preventDefault()
    this.ask(() => (location.hash = link.hash))
  }

  private readonly onHash = (event: HashChangeEvent): void => {
    const to = new URL(event.newURL).hash
    if (to === this.home || !this.holds) return
    event.stopImmediatePropagation()
    history.pushState(null, '', this.home || location.pathname + location.search)
    this.ask(() => (location.hash = to))
  }

  private readonly onSignOut = (event: Event): void => {
    const [from] = event.composedPath()
    if (!from || !this.holds) return
    event.stopPropagation()
    this.ask(() => from.dispatchEvent(new CustomEvent('signout', { bubbles: true, composed: true })))
  }

  private readonly onUnload = (event: BeforeUnloadEvent): void => {
    if (this.holds) event.preventDefault()
  }

  private get holds(): boolean {
    return !this.leaving && this.dirty()
  }

  private ask(go: () => void): void {
    this.go = go
    this.asking = true
    this.host.requestUpdate()
  }
}
