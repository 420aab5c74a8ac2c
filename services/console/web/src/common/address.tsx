/** An address that is broken before its @ where there is no room for it. */
export const Address = ({ children }: { readonly children: string }) => {
  const at = children.lastIndexOf('@');
  return (
    <>
      {children.slice(0, at)}
      <wbr />
      {children.slice(at)}
    </>
  );
};
