// Code generated from openapi.yaml by oapi-codegen v2.8.2. DO NOT EDIT.

package openim
