import { ExternalLink } from 'lucide-react'

/** A source: a link where it is an address, else its words. */
export function SourceLink({ source }: { readonly source: string }) {
  if (!/^https:\/\//.test(source)) return <span>{source}</span>
  return (
    <a
      href={source}
      rel="noreferrer noopener"
      target="_blank"
      className="inline-flex items-center gap-1 text-link underline underline-offset-4"
    >
      {new URL(source).hostname}
      <ExternalLink className="size-3.5" aria-hidden="true" />
    </a>
  )
}
