//! What stands between the brackets of `embed_migrations!`.

use migrate_core::{Dialect, DialectSet};
use proc_macro2::{Span, TokenStream};
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Attribute, Ident, LitStr, Token, Visibility, bracketed, parenthesized};

/// `($crate) "migrations", dialect = "sqlite"` or `($crate) pub mod db = "migrations"`.
pub(crate) struct Input {
    /// The path of the runtime crate.
    pub(crate) runtime: TokenStream,
    /// The item form: the module to emit.
    pub(crate) module: Option<Module>,
    /// The folder, as it was written.
    pub(crate) folder: LitStr,
    /// `dialect = …`, and where it stands. Empty if it does not.
    pub(crate) dialects: DialectSet,
    /// Where to point when the arguments are meant.
    pub(crate) dialects_span: Span,
}

/// `pub mod db`
pub(crate) struct Module {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) visibility: Visibility,
    pub(crate) name: Ident,
}

impl Parse for Input {
    fn parse(input: ParseStream<'_>) -> syn::Result<Input> {
        let runtime;
        parenthesized!(runtime in input);
        let runtime: TokenStream = runtime.parse()?;
        let item_form = input.peek(Token![#]) || input.peek(Token![pub]) || input.peek(Token![mod]);
        let module = if item_form {
            let attributes = input.call(Attribute::parse_outer)?;
            let visibility = input.parse()?;
            input.parse::<Token![mod]>()?;
            let name = input.parse()?;
            input.parse::<Token![=]>()?;
            Some(Module { attributes, visibility, name })
        } else {
            None
        };
        let folder: LitStr = input.parse().map_err(|error| {
            syn::Error::new(
                error.span(),
                "the folder is missing: write `embed_migrations!(\"migrations\")`, or `embed_migrations! { pub mod db = \
                 \"migrations\" }` for a module with a name for each revision",
            )
        })?;
        let mut this = Input { runtime, module, dialects: DialectSet::EMPTY, dialects_span: folder.span(), folder };
        while !input.is_empty() {
            if this.module.is_none() || !input.peek(Token![;]) {
                input.parse::<Token![,]>()?;
            } else {
                input.parse::<Token![;]>()?;
            }
            if input.is_empty() {
                break;
            }
            this.argument(input)?;
        }
        Ok(this)
    }
}

impl Input {
    fn argument(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        let name: Ident = input.parse()?;
        if name != "dialect" {
            let message =
                format!("unknown argument `{name}`: only `dialect` can be given here, all else is in migrate.toml");
            return Err(syn::Error::new(name.span(), message));
        }
        if !self.dialects.is_empty() {
            return Err(syn::Error::new(name.span(), "`dialect` is given twice"));
        }
        input.parse::<Token![=]>()?;
        self.dialects_span = input.span();
        let texts: Vec<LitStr> = if input.peek(syn::token::Bracket) {
            let list;
            bracketed!(list in input);
            Punctuated::<LitStr, Token![,]>::parse_terminated(&list)?.into_iter().collect()
        } else {
            vec![input.parse()?]
        };
        if texts.is_empty() {
            return Err(syn::Error::new(self.dialects_span, "no dialect is named"));
        }
        for text in texts {
            let dialect: Dialect =
                text.value().parse().map_err(|error| syn::Error::new(text.span(), format!("{error}")))?;
            self.dialects = self.dialects.with(dialect);
        }
        Ok(())
    }
}
