import type { Sealer } from '../identity/secrets.ts'

/** Closes and opens what people write of a day. */
export interface ReportSealer {
  close(value: unknown): string
  opened<T>(sealed: string): T
}

export function createReportSealer(sealer: Sealer): ReportSealer {
  return {
    close: value => sealer.seal(JSON.stringify(value)),
    opened: <T>(sealed: string) => JSON.parse(sealer.open(sealed)!) as T,
  }
}
