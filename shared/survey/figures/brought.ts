import type { ToldChannel } from '../collect/channels.ts'

/**
 * How many answers others brought in, on paper or in a file: not filled in by citizens on a device.
 * @example broughtIn([{ channel: 'phone', answered: 40 }, { channel: 'paper', answered: 2 }]) // 2
 */
export function broughtIn(roads: readonly { readonly channel: ToldChannel; readonly answered: number }[]): number {
  return roads.reduce((n, { channel, answered }) => n + (channel === 'paper' || channel === 'import' ? answered : 0), 0)
}
