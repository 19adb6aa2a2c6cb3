import { PageSkeleton } from '../../../../features/shell/index.ts'

export default PageSkeleton
