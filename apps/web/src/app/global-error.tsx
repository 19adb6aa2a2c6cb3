'use client'

/** The last resort, when even the layout failed: no messages, no styles, both languages. */
export default function GlobalError({ reset }: { readonly error: Error; readonly reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <main>
          <h1>{english}</h1>
          <p lang="da">{danish}</p>
          <button type="button" onClick={reset}>
            {again}
          </button>
        </main>
      </body>
    </html>
  )
}

const english = 'Sundown met a fault.'
const danish = 'Der er opstået en fejl i Sundown.'
const again = 'Try again / Prøv igen'
