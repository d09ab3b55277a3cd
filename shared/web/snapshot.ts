import type { Snapshot } from '../contracts/live.ts'

/** The snapshot of a reply, read from its bytes. */
export function snapshotOf({ snapshot }: { readonly snapshot: ArrayBuffer | Uint8Array<ArrayBuffer> }): Snapshot {
  return JSON.parse(new TextDecoder().decode(snapshot)) as Snapshot
}
