interface Connection {
  readonly saveData?: boolean
  readonly effectiveType?: string
}

/** What browsers tell of a line, which not all of them do. */
declare global {
  interface Navigator {
    readonly connection?: Connection
  }
}

/** Whether this device saves data, or its line is slower than 4G, as far as the browser tells. */
export function isSlowLine({ connection }: Pick<Navigator, 'connection'> = navigator): boolean {
  return connection?.saveData === true || (connection?.effectiveType ?? '4g') !== '4g'
}
