//! Params and what `--set` makes of them.

use super::super::context::Entity;
use super::super::expression::{Wanted, constant};
use super::attributes::only_domain;
use super::build::Build;
use super::domains;
use super::types;
use crate::check::Setting;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::ir::{Param, ParamId};
use crate::syntax::ast;

/// Lowers a param, with the value that a setting gives it.
pub(super) fn param(build: &mut Build, param: &ast::Param, settings: &[Setting]) {
    let cx = &mut build.cx;
    let declared = types::declared(cx, &param.ty);
    let step = types::step(cx, &declared, param.attributes.decimals);
    let domain = domains::domain(cx, &declared, param.attributes.domain.as_ref(), step);
    only_domain(build, &param.attributes);
    let wanted = Wanted::Type(declared.ty);
    let own = constant(&mut build.cx, &param.value, wanted);
    let outside =
        Diagnostic::new(Code::OutsideDomain, param.value.span).variant("param").arg("name", param.name.text.as_str());
    let own = own.filter(|value| domains::hold(&mut build.cx, value, declared.ty, &domain, outside));
    let set = settings.iter().rev().find(|setting| setting.name == param.name.text);
    let value = match set {
        Some(setting) => constant(&mut build.cx, &setting.value, wanted).filter(|value| {
            let told = Diagnostic::new(Code::BadSetting, setting.value.span)
                .variant("value")
                .arg("name", param.name.text.as_str())
                .label(param.span, "declared");
            domains::hold(&mut build.cx, value, declared.ty, &domain, told)
        }),
        None => own,
    };
    let Some(value) = value else {
        build.entity(&param.name, Entity::Invalid(param.name.span));
        return;
    };
    let id = ParamId(build.cx.params.len());
    let name = param.name.text.clone();
    build.cx.params.push(Param { name, ty: declared.ty, domain, value, span: param.name.span });
    build.entity(&param.name, Entity::Param(id));
    build.graded(Entity::Param(id), &param.ty);
}

/// Tells settings whose name no param has.
pub(super) fn unknown_settings(build: &mut Build, params: &[&ast::Param], settings: &[Setting]) {
    let names = || params.iter().map(|param| param.name.text.as_str());
    for setting in settings.iter().filter(|setting| !names().any(|name| name == setting.name)) {
        let told = Diagnostic::new(Code::BadSetting, setting.value.span).arg("name", setting.name.as_str());
        build.tell(match nearest(&setting.name, names()) {
            Some(near) => told.variant("near").arg("near", near),
            None => told.variant("unknown"),
        });
    }
}
