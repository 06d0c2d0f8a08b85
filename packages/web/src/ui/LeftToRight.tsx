/** Numbers of telephones, addresses and codes: always left to right, whatever stands around them. */
export function LeftToRight({ children }: { readonly children: string }) {
  return <bdi dir="ltr">{children}</bdi>;
}
