import type { EndpointReportQuery } from '../../graphql/generated/graphql.ts'

/** The endpoint as the report asks for it. */
export type ReportedEndpoint = NonNullable<NonNullable<EndpointReportQuery['tenant']>['endpoint']>
