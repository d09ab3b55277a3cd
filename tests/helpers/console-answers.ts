/** One request that a screen sent. */
export interface Sent {
  readonly route: string
  readonly key: string | null
  readonly body: unknown
}

/** What was sent since `answerWith`, in order. */
export const sent: Sent[] = []

const real = window.fetch

/** Answers requests by route, as status and body; a route without an answer cannot be reached. */
export function answerWith(answers: Readonly<Record<string, readonly [number, unknown] | (() => void)>>): void {
  sent.length = 0
  window.fetch = async (input, init) => {
    const route = `${init?.method ?? 'GET'} ${String(input).split('?')[0]}`
    if (init?.method && init.method !== 'GET') {
      const key = new Headers(init.headers).get('Idempotency-Key')
      sent.push({ route, key, body: JSON.parse(String(init.body)) })
    }
    const answer = answers[route]
    if (typeof answer === 'function') {
      answer()
      return Response.json({ ticket: {}, counter: {} })
    }
    if (!answer) throw new TypeError('no network')
    return Response.json(answer[1], { status: answer[0] })
  }
}

/** The browser's own fetch again. */
export function restoreFetch(): void {
  window.fetch = real
}
