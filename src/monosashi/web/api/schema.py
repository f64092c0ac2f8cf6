"""The OpenAPI document: each type under a name of its own. Rooms name things for themselves (a step of a rule, a step of
the calendar), so that a type is told as module and name: judgement_Step, dates_Step."""

from typing import Any

from ninja.openapi.schema import REF_TEMPLATE, OpenAPISchema
from ninja.params.models import TModel
from ninja.schema import NinjaGenerateJsonSchema
from pydantic.json_schema import CoreModeRef, DefsRef, JsonSchemaMode


class _OwnNames(NinjaGenerateJsonSchema):
    def get_defs_ref(self, core_mode_ref: CoreModeRef) -> DefsRef:
        """The name of a type in the document: the module it is of, then its own."""
        reference = super().get_defs_ref(core_mode_ref)
        module, _, name = core_mode_ref[0].partition(":")[0].rpartition(".")
        own = DefsRef(f"{module.rpartition('.')[2]}_{name}")
        self._prioritized_defsref_choices[reference].insert(0, own)
        return reference


class Document(OpenAPISchema):
    """The document of an API."""

    def _create_schema_from_model(
        self,
        model: TModel,
        by_alias: bool = True,
        remove_level: bool = True,
        mode: JsonSchemaMode = "validation",
    ) -> tuple[dict[str, Any], bool]:
        """A model's schema, the types in it among the document's; a lone field stands for itself where asked."""
        schema = model.model_json_schema(
            ref_template=REF_TEMPLATE, by_alias=by_alias, schema_generator=_OwnNames, mode=mode
        )
        self.add_schema_definitions(schema.pop("$defs", {}))
        if remove_level and len(schema["properties"]) == 1:
            ((name, told),) = schema["properties"].items()
            return told, name in schema.get("required", ())
        return schema, True
