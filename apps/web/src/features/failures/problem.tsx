import { CircleAlert } from 'lucide-react'
import { Callout } from '../../ui/callout.tsx'

/** What went wrong with a form as a whole; nothing while nothing did. */
export function Problem({ text }: { readonly text: string | null }) {
  return text === null ? null : (
    <Callout tone="bad" role="alert" icon={<CircleAlert aria-hidden="true" />}>
      {text}
    </Callout>
  )
}
